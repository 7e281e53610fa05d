-- One change of a phone's verifications, whole or not at all, in one call; named and refused like
-- commit_change, and also with CP004 when no more is sent to the phone on this day, CP005 when it is
-- locked, each with the moment until when as the detail. The wallet's row is not touched.

-- One by one, because one may end so that the next can begin, and one may move twice.
CREATE FUNCTION put_verifications(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  row_of_one jsonb;
BEGIN
  FOR row_of_one IN SELECT value FROM jsonb_array_elements(rows) LOOP
    IF (row_of_one ->> 'revision')::bigint = 1 THEN
      INSERT INTO verifications
      SELECT * FROM jsonb_populate_record(NULL::verifications, row_of_one)
      ON CONFLICT DO NOTHING;
    ELSE
      UPDATE verifications SET
        (revision, state, rounds, asked_at, guesses, mark_key, mark_nonce, mark_hmac,
         ours, theirs_sender, theirs_handle, ended_at, reason)
        = (v.revision, v.state, v.rounds, v.asked_at, v.guesses, v.mark_key, v.mark_nonce,
         v.mark_hmac, v.ours, v.theirs_sender, v.theirs_handle, v.ended_at, v.reason)
      FROM jsonb_populate_record(NULL::verifications, row_of_one) v
      WHERE verifications.account_id = v.account_id
        AND verifications.id = v.id
        AND verifications.revision = v.revision - 1
        AND verifications.ended_at IS NULL;
    END IF;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale verification' USING ERRCODE = 'CP001';
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION put_dispatches(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dispatches SELECT * FROM jsonb_populate_recordset(NULL::dispatches, rows)
  ON CONFLICT (account_id, verification_id, ordinal) DO UPDATE SET
    (round, sender, code, reference, asked_at, state, handle, answered_at, detail)
    = (excluded.round, excluded.sender, excluded.code, excluded.reference, excluded.asked_at,
     excluded.state, excluded.handle, excluded.answered_at, excluded.detail);
END $$;

-- Why nothing more is counted.
CREATE FUNCTION refuse_tally(account integer, phone text, today date, now_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  tally phone_tallies;
BEGIN
  SELECT * INTO tally FROM phone_tallies WHERE account_id = account AND phone_hash = phone;
  IF tally.locked_until > now_at THEN
    RAISE EXCEPTION 'phone locked' USING ERRCODE = 'CP005',
      DETAIL = to_char(tally.locked_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  END IF;
  RAISE EXCEPTION 'no more today' USING ERRCODE = 'CP004',
    DETAIL = to_char(GREATEST(tally.day, today) + 1, 'YYYY-MM-DD"T00:00:00Z"');
END $$;

-- A clock that is still at the day before counts for the later day.
CREATE FUNCTION count_send(
  account integer, phone text, today date, now_at timestamptz, most integer)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO phone_tallies AS t (account_id, phone_hash, day, sends, failures)
  SELECT account, phone, today, 1, 0 WHERE most > 0
  ON CONFLICT (account_id, phone_hash) DO UPDATE SET
    day = GREATEST(t.day, excluded.day),
    sends = CASE WHEN t.day < excluded.day THEN 1 ELSE t.sends + 1 END
  WHERE (t.locked_until IS NULL OR t.locked_until <= now_at)
    AND (t.day < excluded.day OR t.sends < most);
  IF NOT FOUND THEN
    PERFORM refuse_tally(account, phone, today, now_at);
  END IF;
END $$;

-- The guess that makes so many locks the phone; when a lock is over, counting begins anew.
CREATE FUNCTION count_guess(
  account integer, phone text, today date, now_at timestamptz, most integer,
  locks_until timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO phone_tallies AS t (account_id, phone_hash, day, sends, failures, locked_until)
  VALUES (account, phone, today, 0, 1, CASE WHEN most <= 1 THEN locks_until END)
  ON CONFLICT (account_id, phone_hash) DO UPDATE SET
    day = GREATEST(t.day, excluded.day),
    sends = CASE WHEN t.day < excluded.day THEN 0 ELSE t.sends END,
    failures = CASE WHEN t.locked_until IS NULL THEN t.failures + 1 ELSE 1 END,
    locked_until = CASE
      WHEN most <= CASE WHEN t.locked_until IS NULL THEN t.failures + 1 ELSE 1 END
      THEN locks_until
    END
  WHERE t.locked_until IS NULL OR t.locked_until <= now_at;
  IF NOT FOUND THEN
    PERFORM refuse_tally(account, phone, today, now_at);
  END IF;
END $$;

CREATE FUNCTION count_for_phone(account integer, phone text, now_at timestamptz, tally jsonb)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  today CONSTANT date := (now_at AT TIME ZONE 'UTC')::date;
  most  CONSTANT integer := (tally ->> 'most')::integer;
BEGIN
  CASE tally ->> 'kind'
    WHEN 'SEND' THEN
      PERFORM count_send(account, phone, today, now_at, most);
    WHEN 'GUESS' THEN
      PERFORM count_guess(
        account, phone, today, now_at, most, (tally ->> 'locks_until')::timestamptz);
    WHEN 'UNSENT' THEN
      UPDATE phone_tallies SET sends = sends - 1
      WHERE account_id = account AND phone_hash = phone AND sends > 0
        AND day = ((tally ->> 'sent_at')::timestamptz AT TIME ZONE 'UTC')::date;
    WHEN 'SUCCESS' THEN
      UPDATE phone_tallies SET failures = 0, locked_until = NULL
      WHERE account_id = account AND phone_hash = phone;
  END CASE;
END $$;

CREATE FUNCTION commit_verification(change jsonb) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off
  SET enable_hashjoin = off
  SET enable_mergejoin = off
AS $$
BEGIN
  IF change ?| '{release,claim}' THEN
    PERFORM take_key(change);
  END IF;
  IF change ? 'verifications' THEN
    PERFORM put_verifications(change -> 'verifications');
  END IF;
  IF change ? 'dispatches' THEN
    PERFORM put_dispatches(change -> 'dispatches');
  END IF;
  IF change ? 'tally' THEN
    PERFORM count_for_phone(
      (change ->> 'account_id')::integer, change ->> 'phone_hash',
      (change ->> 'at')::timestamptz, change -> 'tally');
  END IF;
END $$;
