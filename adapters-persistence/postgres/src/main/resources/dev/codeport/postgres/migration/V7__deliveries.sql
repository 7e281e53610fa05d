-- Where an account's events go. Of style SMSCODE an account has one, which has no url until it is
-- given one. Secrets and headers are sealed. types are the names of events it hears of.
CREATE TABLE endpoints (
  account_id      integer REFERENCES accounts,
  id              text COLLATE "C",
  revision        bigint NOT NULL,
  style           text NOT NULL,
  url             text,
  secret          text,
  former_secret   text,
  former_until    timestamptz,
  hears_all       boolean NOT NULL,
  types           text[] NOT NULL,
  headers         text,
  description     text NOT NULL,
  created_at      timestamptz NOT NULL,
  state           text NOT NULL,
  disabled_at     timestamptz,
  disabled_reason text,
  failures        integer NOT NULL,
  failing_since   timestamptz,
  PRIMARY KEY (account_id, id)
) WITH (fillfactor = 70);

INSERT INTO endpoints
SELECT account_id, 'smscode_' || account_id, 1, 'SMSCODE', url, secret, NULL, NULL, TRUE,
  '{SMS_RECEIVED,ORDER_COMPLETED,ORDER_CANCELED,ORDER_EXPIRED}', NULL, '', 'epoch',
  CASE WHEN disabled_at IS NULL THEN 'ACTIVE' ELSE 'DISABLED' END,
  disabled_at, disabled_reason, failures, NULL
FROM webhooks;

DROP TABLE webhooks;

-- One event for one endpoint; whoever erases events erases these before. While it is being sent,
-- due_at is when another may take it, and fence is what its present worker knows it by. tries are
-- counted since it was last begun, attempts ever.
CREATE TABLE deliveries (
  account_id  integer,
  endpoint_id text COLLATE "C",
  event       bigint,
  at          timestamptz NOT NULL,
  state       text NOT NULL,
  sending     boolean NOT NULL,
  fence       integer NOT NULL,
  tries       integer NOT NULL,
  attempts    integer NOT NULL,
  due_at      timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (account_id, endpoint_id, event)
) WITH (fillfactor = 80);

CREATE INDEX deliveries_pending ON deliveries (account_id, endpoint_id, due_at)
  WHERE state = 'PENDING';
CREATE INDEX deliveries_failed ON deliveries (account_id, endpoint_id, event)
  WHERE state = 'FAILED';
CREATE INDEX deliveries_by_time ON deliveries USING brin (at);

-- The beginning of an answer is sealed: it may repeat what was sent.
CREATE TABLE delivery_attempts (
  account_id  integer,
  endpoint_id text COLLATE "C",
  event       bigint,
  number      integer,
  at          timestamptz NOT NULL,
  took_ms     bigint NOT NULL,
  status      integer,
  fault       text,
  answer      text NOT NULL,
  PRIMARY KEY (account_id, endpoint_id, event, number)
);

CREATE INDEX delivery_attempts_by_time ON delivery_attempts USING brin (at);

-- Two who add at once wait for each other, so that there are never too many.
CREATE FUNCTION endpoint_fits(account integer, endpoint_style text, most integer)
RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM accounts WHERE id = account FOR NO KEY UPDATE;
  RETURN (
    SELECT count(*) < most FROM endpoints WHERE account_id = account AND style = endpoint_style
  );
END $$;

-- Hands out what is due. From endpoint to endpoint it jumps over all that one of them has waiting.
CREATE FUNCTION claim_deliveries(
  now_at timestamptz, until_at timestamptz, most integer, each integer, failing boolean,
  busy text[], busy_accounts integer[])
RETURNS SETOF deliveries LANGUAGE plpgsql
  SET enable_seqscan = off
  SET enable_hashjoin = off
  SET enable_mergejoin = off
AS $$
BEGIN
  RETURN QUERY
  WITH RECURSIVE heads AS (
    (
      SELECT d.account_id, d.endpoint_id, d.due_at
      FROM deliveries d
      WHERE d.state = 'PENDING'
      ORDER BY d.account_id, d.endpoint_id, d.due_at
      LIMIT 1
    )
    UNION ALL
    SELECT n.account_id, n.endpoint_id, n.due_at
    FROM heads h
    CROSS JOIN LATERAL (
      SELECT d.account_id, d.endpoint_id, d.due_at
      FROM deliveries d
      WHERE d.state = 'PENDING'
        AND (d.account_id, d.endpoint_id) > (h.account_id, h.endpoint_id)
      ORDER BY d.account_id, d.endpoint_id, d.due_at
      LIMIT 1
    ) n
  ),
  waiting AS MATERIALIZED (
    SELECT h.account_id, h.endpoint_id
    FROM heads h
    JOIN endpoints e ON e.account_id = h.account_id AND e.id = h.endpoint_id
    WHERE h.due_at <= now_at
      AND e.state = 'ACTIVE'
      AND e.url IS NOT NULL
      AND (e.failing_since IS NOT NULL) = failing
      AND e.id <> ALL (busy)
      AND e.account_id <> ALL (busy_accounts)
    ORDER BY h.due_at
    LIMIT most
  ),
  picked AS MATERIALIZED (
    SELECT p.account_id, p.endpoint_id, p.event
    FROM waiting w
    CROSS JOIN LATERAL (
      SELECT d.account_id, d.endpoint_id, d.event
      FROM deliveries d
      WHERE d.state = 'PENDING'
        AND d.account_id = w.account_id
        AND d.endpoint_id = w.endpoint_id
        AND d.due_at <= now_at
      ORDER BY d.due_at
      LIMIT each
      FOR UPDATE SKIP LOCKED
    ) p
    LIMIT most
  )
  UPDATE deliveries d
  SET sending = TRUE, fence = d.fence + 1, due_at = until_at
  FROM picked p
  WHERE d.account_id = p.account_id AND d.endpoint_id = p.endpoint_id AND d.event = p.event
  RETURNING d.*;
END $$;

-- Notes an attempt and moves its delivery on, if it is still its worker's. Answers how its endpoint
-- is then; no row when it was not.
CREATE FUNCTION record_delivery(
  account integer, endpoint text, number bigint, worker_fence integer,
  begun_at timestamptz, took_ms bigint, status integer, fault text, answer text,
  next_state text, next_at timestamptz, ended timestamptz)
RETURNS TABLE (failures integer, failing_since timestamptz) LANGUAGE plpgsql
  SET enable_seqscan = off
AS $$
DECLARE
  attempt integer;
BEGIN
  UPDATE deliveries d SET
    state = next_state, sending = FALSE, tries = d.tries + 1, attempts = d.attempts + 1,
    due_at = COALESCE(next_at, d.due_at), ended_at = ended
  WHERE d.account_id = account AND d.endpoint_id = endpoint AND d.event = number
    AND d.fence = worker_fence AND d.state = 'PENDING'
  RETURNING d.attempts INTO attempt;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  INSERT INTO delivery_attempts
  VALUES (account, endpoint, number, attempt, begun_at, took_ms, status, fault, answer);
  IF next_state = 'DELIVERED' THEN
    UPDATE endpoints e SET failures = 0, failing_since = NULL
    WHERE e.account_id = account AND e.id = endpoint
      AND (e.failures > 0 OR e.failing_since IS NOT NULL);
    RETURN QUERY SELECT 0, NULL::timestamptz;
  ELSE
    UPDATE endpoints e SET
      failures = e.failures + CASE WHEN next_state = 'FAILED' THEN 1 ELSE 0 END,
      failing_since = COALESCE(e.failing_since, begun_at)
    WHERE e.account_id = account AND e.id = endpoint
      AND (next_state = 'FAILED' OR e.failing_since IS NULL);
    RETURN QUERY SELECT e.failures, e.failing_since FROM endpoints e
      WHERE e.account_id = account AND e.id = endpoint;
  END IF;
END $$;

-- As before, and for every endpoint that hears of an event a delivery of it.
CREATE OR REPLACE FUNCTION move_money(account integer, change jsonb, wallet OUT wallets)
LANGUAGE plpgsql AS $$
DECLARE
  more_available CONSTANT bigint := (change ->> 'available')::bigint;
  more_held      CONSTANT bigint := (change ->> 'held')::bigint;
  more_entries   CONSTANT integer := COALESCE(jsonb_array_length(change -> 'entries'), 0);
  more_events    CONSTANT integer := COALESCE(jsonb_array_length(change -> 'events'), 0);
BEGIN
  LOOP
    UPDATE wallets w SET
      available = w.available + more_available,
      held = w.held + more_held,
      entries = w.entries + more_entries,
      events = w.events + more_events
    WHERE w.account_id = account
      AND w.available + more_available >= 0
      AND w.held + more_held >= 0
    RETURNING w.* INTO wallet;
    EXIT WHEN FOUND;
    PERFORM explain_refusal(account, more_available, more_held, change -> 'entries');
  END LOOP;
  IF more_entries > 0 THEN
    INSERT INTO entries
    SELECT account, wallet.entries - more_entries + e.number, e.kind, e.order_id, e.reference, e.at
    FROM jsonb_populate_recordset(NULL::entries, change -> 'entries') e;
    INSERT INTO postings
    SELECT account, wallet.entries - more_entries + p.entry, p.line, p.book, p.amount, p.currency
    FROM jsonb_populate_recordset(NULL::postings, change -> 'postings') p;
  END IF;
  IF more_events > 0 THEN
    INSERT INTO events
    SELECT account, wallet.events - more_events + v.number, v.type, v.order_id, v.sms_revision, v.at
    FROM jsonb_populate_recordset(NULL::events, change -> 'events') v;
    IF EXISTS (SELECT FROM endpoints e WHERE e.account_id = account) THEN
      INSERT INTO deliveries
      SELECT account, e.id, wallet.events - more_events + v.number, v.at, 'PENDING', FALSE, 0, 0, 0,
        v.at, NULL
      FROM endpoints e
      JOIN jsonb_populate_recordset(NULL::events, change -> 'events') v ON v.type = ANY (e.types)
      WHERE e.account_id = account AND e.state <> 'DISABLED' AND e.url IS NOT NULL;
    END IF;
  END IF;
END $$;
