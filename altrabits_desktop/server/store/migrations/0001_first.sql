-- Instants are whole microseconds since 1970, UTC; truth is 0 or 1.

CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counters VALUES ('revision', 0);

CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  password TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  password_changed_at BIGINT NOT NULL
);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_hash TEXT NOT NULL UNIQUE,
  installation_name TEXT NOT NULL,
  system TEXT NOT NULL,
  app_version TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL
);
CREATE INDEX sessions_of_account ON sessions (account_id, created_at);

CREATE TABLE policies (
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  effective_at BIGINT NOT NULL,
  published_at BIGINT NOT NULL,
  change_class TEXT NOT NULL,
  summary TEXT NOT NULL,
  contact TEXT NOT NULL,
  PRIMARY KEY (version, language)
);

CREATE TABLE decisions (
  account_id TEXT NOT NULL,
  number BIGINT NOT NULL,
  version TEXT NOT NULL,
  language TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  kind TEXT NOT NULL,
  shown_at BIGINT NOT NULL,
  decided_at BIGINT NOT NULL,
  wording TEXT NOT NULL,
  digest_before TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (account_id, number)
);

CREATE TABLE streamers (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  room TEXT NOT NULL,
  product TEXT NOT NULL,
  api_id TEXT NOT NULL,
  udn TEXT NOT NULL,
  mac TEXT NOT NULL,
  pin TEXT NOT NULL,
  added_at BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE tickets (
  number TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  state TEXT NOT NULL,
  streamer_id TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE INDEX tickets_of_account ON tickets (account_id, opened_at);

CREATE TABLE messages (
  ticket TEXT NOT NULL REFERENCES tickets (number) ON DELETE CASCADE,
  place BIGINT NOT NULL,
  id TEXT NOT NULL,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  written_at BIGINT NOT NULL,
  PRIMARY KEY (ticket, place),
  UNIQUE (ticket, id)
);

CREATE TABLE feed (
  account_id TEXT NOT NULL,
  noun TEXT NOT NULL,
  object_id TEXT NOT NULL,
  revision BIGINT NOT NULL,
  is_deleted BIGINT NOT NULL,
  PRIMARY KEY (account_id, noun, object_id)
);
CREATE INDEX feed_of_account ON feed (account_id, revision);

CREATE TABLE answers (
  account_id TEXT NOT NULL,
  key TEXT NOT NULL,
  operation TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  status BIGINT NOT NULL,
  content BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (account_id, key)
);

-- What was published or decided is never changed and never taken back.
CREATE TRIGGER policies_stay BEFORE UPDATE ON policies
BEGIN SELECT RAISE (ABORT, 'a published policy stays as it is'); END;
CREATE TRIGGER policies_remain BEFORE DELETE ON policies
BEGIN SELECT RAISE (ABORT, 'a published policy stays as it is'); END;
CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision stays as it is'); END;
CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions
BEGIN SELECT RAISE (ABORT, 'a decision stays as it is'); END;
-- REPLACE would drop a row without a word to the triggers above.
CREATE TRIGGER policies_once BEFORE INSERT ON policies
WHEN EXISTS (SELECT 1 FROM policies WHERE version = NEW.version AND language = NEW.language)
BEGIN SELECT RAISE (ABORT, 'a published policy stays as it is'); END;
CREATE TRIGGER decisions_once BEFORE INSERT ON decisions
WHEN EXISTS (
  SELECT 1 FROM decisions WHERE account_id = NEW.account_id AND number = NEW.number
)
BEGIN SELECT RAISE (ABORT, 'a decision stays as it is'); END;
