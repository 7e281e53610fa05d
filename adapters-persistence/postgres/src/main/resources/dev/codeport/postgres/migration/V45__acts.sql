-- What the operator did. Rows are only added; the address and the detail are sealed, as they may be
-- about people.
CREATE TABLE acts (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at         timestamptz NOT NULL,
  door       text NOT NULL,
  address    text NOT NULL,
  kind       text NOT NULL,
  account_id integer,
  detail     text NOT NULL
);

CREATE INDEX acts_of_account ON acts (account_id, number) WHERE account_id IS NOT NULL;
