-- Computers that joined by a code, and the one code that is open.

CREATE TABLE computers (
  id TEXT PRIMARY KEY,
  certificate TEXT NOT NULL,
  system TEXT NOT NULL,
  joined_at BIGINT NOT NULL
);

CREATE TABLE join_codes (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  tries BIGINT NOT NULL
);

CREATE TABLE join_tries (
  code_id TEXT NOT NULL REFERENCES join_codes (id) ON DELETE CASCADE,
  source TEXT NOT NULL,
  tries BIGINT NOT NULL,
  PRIMARY KEY (code_id, source)
);
