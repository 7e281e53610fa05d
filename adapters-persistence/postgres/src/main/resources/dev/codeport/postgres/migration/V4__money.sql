-- The sum of an account's postings, and how many entries and events it has. The row is locked once
-- by every change that moves money or tells of something, so that numbers follow commits.
CREATE TABLE wallets (
  account_id integer PRIMARY KEY REFERENCES accounts,
  available  bigint NOT NULL DEFAULT 0 CHECK (available >= 0),
  held       bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  entries    bigint NOT NULL DEFAULT 0,
  events     bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

CREATE TABLE entries (
  account_id integer,
  number     bigint,
  kind       text NOT NULL,
  order_id   bigint,
  reference  text NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (account_id, number)
);

-- An order's money is held once, and settled once, one way or the other.
CREATE UNIQUE INDEX entries_held_once ON entries (account_id, order_id) WHERE kind = 'HOLD';
CREATE UNIQUE INDEX entries_settled_once ON entries (account_id, order_id)
  WHERE kind IN ('CAPTURE', 'RELEASE');

CREATE TABLE postings (
  account_id integer,
  entry      bigint,
  line       smallint,
  book       text NOT NULL,
  amount     bigint NOT NULL CHECK (amount <> 0),
  currency   text NOT NULL,
  PRIMARY KEY (account_id, entry, line)
);

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
  EXECUTE FUNCTION refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON postings
  EXECUTE FUNCTION refuse();

-- A key is known by its keyed hash alone.
CREATE TABLE claims (
  account_id  integer,
  key_hash    text,
  fingerprint text NOT NULL,
  orders      bigint[] NOT NULL,
  taken_at    timestamptz NOT NULL,
  PRIMARY KEY (account_id, key_hash)
);

CREATE TABLE events (
  account_id   integer,
  number       bigint,
  type         text NOT NULL,
  order_id     bigint NOT NULL,
  sms_revision integer,
  at           timestamptz NOT NULL,
  PRIMARY KEY (account_id, number)
);
