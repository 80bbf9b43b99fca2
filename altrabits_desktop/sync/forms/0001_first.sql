-- What the server said last, and what waits to be sent to it. Nothing of a person who is not
-- signed in is kept here.

CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE objects (
  noun TEXT NOT NULL,
  id TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (noun, id)
);

CREATE TABLE outbox (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  operation TEXT NOT NULL,
  object_id TEXT NOT NULL,
  body BLOB NOT NULL,
  made_at BIGINT NOT NULL,
  refused_code TEXT NOT NULL DEFAULT ''
);
