-- A row is the verification's present state. The phone, the address and what rules found are
-- sealed; phone_hash finds the phone's. Of a code only its mark is kept, and that only while it can
-- be guessed.
CREATE TABLE verifications (
  account_id    integer REFERENCES accounts,
  id            uuid,
  revision      bigint NOT NULL,
  state         text NOT NULL,
  phone_hash    text,
  phone         text,
  channel       text NOT NULL,
  locale        text NOT NULL,
  intent        text NOT NULL,
  code_length   smallint NOT NULL,
  most_guesses  smallint NOT NULL,
  started_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  address       text,
  judgement     text,
  test          boolean NOT NULL,

  rounds        smallint NOT NULL,
  asked_at      timestamptz NOT NULL,
  guesses       smallint NOT NULL CHECK (guesses <= most_guesses),

  mark_key      text,
  mark_nonce    text,
  mark_hmac     text,

  ours          boolean,
  theirs_sender text,
  theirs_handle text,

  ended_at      timestamptz,
  reason        text,

  PRIMARY KEY (account_id, id)
) WITH (fillfactor = 80);

-- A phone has one at a time that has not ended.
CREATE UNIQUE INDEX verifications_open ON verifications (account_id, phone_hash)
  WHERE state IN ('STARTED', 'SENT');

-- What a customer sees, newest first.
CREATE INDEX verifications_shown ON verifications (account_id, started_at DESC, id DESC);
CREATE INDEX verifications_of_phone
  ON verifications (account_id, phone_hash, started_at DESC, id DESC);

-- What workers look for.
CREATE INDEX verifications_over ON verifications (expires_at) WHERE state IN ('STARTED', 'SENT');
CREATE INDEX verifications_hanging ON verifications (started_at) WHERE state = 'STARTED';

-- What is to be erased, and later to be forgotten.
CREATE INDEX verifications_to_erase ON verifications (ended_at)
  WHERE ended_at IS NOT NULL AND phone IS NOT NULL;
CREATE INDEX verifications_by_end ON verifications USING brin (ended_at);

CREATE TABLE dispatches (
  account_id      integer,
  verification_id uuid,
  ordinal         smallint,
  round           smallint NOT NULL,
  sender          text NOT NULL,
  code            text NOT NULL,
  reference       text NOT NULL,
  asked_at        timestamptz NOT NULL,
  state           text NOT NULL,
  handle          text,
  answered_at     timestamptz,
  detail          text NOT NULL,
  PRIMARY KEY (account_id, verification_id, ordinal),
  FOREIGN KEY (account_id, verification_id) REFERENCES verifications
);

-- The latest word of a sender about what it took. It may come before we know what it is about.
CREATE TABLE receipts (
  sender text,
  handle text,
  status text NOT NULL,
  at     timestamptz NOT NULL,
  detail text NOT NULL,
  PRIMARY KEY (sender, handle)
);

CREATE INDEX receipts_by_time ON receipts USING brin (at);

-- What is counted for a phone: sends on the day (UTC), guesses in a row that may have been wrong.
CREATE TABLE phone_tallies (
  account_id   integer,
  phone_hash   text,
  day          date NOT NULL,
  sends        integer NOT NULL,
  failures     integer NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (account_id, phone_hash)
) WITH (fillfactor = 70);

CREATE INDEX phone_tallies_by_day ON phone_tallies (day);

-- The safe list and the block list. Whom a line is about, and why, is sealed.
CREATE TABLE fraud_lists (
  kind         text,
  subject_hash text,
  subject      text NOT NULL,
  reason       text NOT NULL,
  until        timestamptz,
  PRIMARY KEY (kind, subject_hash)
);

-- A claim may stand for a verification.
ALTER TABLE claims ADD COLUMN verification uuid;

CREATE OR REPLACE FUNCTION take_key(change jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF change ? 'release' THEN
    DELETE FROM claims c USING jsonb_populate_record(NULL::claims, change -> 'release') former
    WHERE c.account_id = former.account_id
      AND c.key_hash = former.key_hash
      AND c.fingerprint = former.fingerprint
      AND c.orders = former.orders
      AND c.verification IS NOT DISTINCT FROM former.verification;
  END IF;
  IF change ? 'claim' THEN
    INSERT INTO claims SELECT * FROM jsonb_populate_record(NULL::claims, change -> 'claim')
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'key taken' USING ERRCODE = 'CP003';
    END IF;
  END IF;
END $$;
