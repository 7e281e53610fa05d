-- Browsers that show a session's id instead of a key. Both are here only as keyed hashes; which key
-- it is says the row of the key, or for an operator nobody but the settings.
CREATE TABLE sessions (
  hash      text PRIMARY KEY,
  part      text NOT NULL,
  key_hash  text NOT NULL,
  opened_at timestamptz NOT NULL,
  seen_at   timestamptz NOT NULL
);

CREATE INDEX sessions_by_use ON sessions (seen_at);
