-- The one currency in which customers' money is kept here; amounts are whole millionths of it.
CREATE TABLE ledger (
  currency text NOT NULL,
  only_row boolean PRIMARY KEY DEFAULT TRUE CHECK (only_row)
);

CREATE SEQUENCE account_ids AS integer;

CREATE TABLE accounts (
  id         integer PRIMARY KEY,
  name       text NOT NULL,
  opened_at  timestamptz NOT NULL,
  suspended  boolean NOT NULL,
  exemptions text[] NOT NULL,
  ban_since  timestamptz,
  ban_until  timestamptz,
  ban_tier   integer
);

CREATE TABLE api_keys (
  hash       text PRIMARY KEY,
  prefix     text NOT NULL UNIQUE,
  account_id integer NOT NULL REFERENCES accounts,
  label      text NOT NULL,
  issued_at  timestamptz NOT NULL,
  revoked_at timestamptz
);

CREATE INDEX api_keys_of_account ON api_keys (account_id, issued_at DESC);

-- The last put counts; the secret is sealed.
CREATE TABLE webhooks (
  account_id      integer PRIMARY KEY REFERENCES accounts,
  url             text,
  secret          text,
  disabled_at     timestamptz,
  disabled_reason text,
  failures        integer NOT NULL
);
