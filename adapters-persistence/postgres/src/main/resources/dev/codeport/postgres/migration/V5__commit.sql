-- One change, whole or not at all, in one call. Each section of it is an object or a list of rows
-- named like the columns; an absent section costs nothing.
--
-- Refused with CP001 when stale, CP002 when the account is too poor, CP003 when the key is taken.

CREATE FUNCTION take_key(change jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF change ? 'release' THEN
    DELETE FROM claims c USING jsonb_populate_record(NULL::claims, change -> 'release') former
    WHERE c.account_id = former.account_id
      AND c.key_hash = former.key_hash
      AND c.fingerprint = former.fingerprint
      AND c.orders = former.orders;
  END IF;
  IF change ? 'claim' THEN
    INSERT INTO claims SELECT * FROM jsonb_populate_record(NULL::claims, change -> 'claim')
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'key taken' USING ERRCODE = 'CP003';
    END IF;
  END IF;
END $$;

CREATE FUNCTION place_orders(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  placed integer;
BEGIN
  INSERT INTO orders SELECT * FROM jsonb_populate_recordset(NULL::orders, rows)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS placed = ROW_COUNT;
  IF placed < jsonb_array_length(rows) THEN
    RAISE EXCEPTION 'an order is there already' USING ERRCODE = 'CP001';
  END IF;
END $$;

-- One by one, because an order may move twice; they come by id, so that two changes never wait for
-- each other crosswise.
CREATE FUNCTION move_orders(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  row_of_one jsonb;
BEGIN
  FOR row_of_one IN SELECT value FROM jsonb_array_elements(rows) LOOP
    UPDATE orders SET
      (revision, state, tier_id, product_id, price,
       lease_provider, lease_id, phone, cost, cost_currency, expires_at, cancelable_from,
       can_another, can_reactivate, operator,
       activated_at, cancel_asked_at, asked_at,
       sms_revision, first_sms_at, code, sms_text,
       closed_at, reason, due, due_at)
      = (o.revision, o.state, o.tier_id, o.product_id, o.price,
       o.lease_provider, o.lease_id, o.phone, o.cost, o.cost_currency, o.expires_at,
       o.cancelable_from, o.can_another, o.can_reactivate, o.operator,
       o.activated_at, o.cancel_asked_at, o.asked_at,
       o.sms_revision, o.first_sms_at, o.code, o.sms_text,
       o.closed_at, o.reason, o.due, o.due_at)
    FROM jsonb_populate_record(NULL::orders, row_of_one) o
    WHERE orders.id = o.id
      AND orders.account_id = o.account_id
      AND orders.revision = o.revision - 1;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'stale order' USING ERRCODE = 'CP001';
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION put_attempts(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO attempts SELECT * FROM jsonb_populate_recordset(NULL::attempts, rows)
  ON CONFLICT (order_id, ordinal, account_id) DO UPDATE SET
    (reference, provider, tier_id, cost, cost_currency,
     rate_base, rate_quote, rate, rate_as_of, asked_at, state, lease_id, answered_at, detail)
    = (excluded.reference, excluded.provider, excluded.tier_id, excluded.cost,
     excluded.cost_currency, excluded.rate_base, excluded.rate_quote, excluded.rate,
     excluded.rate_as_of, excluded.asked_at, excluded.state, excluded.lease_id,
     excluded.answered_at, excluded.detail);
END $$;

CREATE FUNCTION put_leases(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO leases SELECT * FROM jsonb_populate_recordset(NULL::leases, rows)
  ON CONFLICT DO NOTHING;
  IF EXISTS (
    SELECT FROM jsonb_populate_recordset(NULL::leases, rows) mine
    JOIN leases l USING (provider, lease_id)
    WHERE l.order_id <> mine.order_id
  ) THEN
    RAISE EXCEPTION 'the lease is another order''s' USING ERRCODE = 'CP001';
  END IF;
END $$;

CREATE FUNCTION put_messages(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stored integer;
BEGIN
  INSERT INTO messages SELECT * FROM jsonb_populate_recordset(NULL::messages, rows)
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS stored = ROW_COUNT;
  IF stored < jsonb_array_length(rows) THEN
    RAISE EXCEPTION 'the message is there already' USING ERRCODE = 'CP001';
  END IF;
END $$;

-- Why the wallet did not take it; silent when it would by now, because others moved money meanwhile.
-- The wallet is read first: whoever took the money before that is seen among the entries after it.
CREATE FUNCTION explain_refusal(
  account integer, more_available bigint, more_held bigint, rows jsonb)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  wallet wallets;
BEGIN
  SELECT * INTO wallet FROM wallets WHERE account_id = account;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no account %', account;
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT order_id, kind FROM jsonb_populate_recordset(NULL::entries, rows)
      UNION ALL
      SELECT e.order_id, e.kind FROM entries e
      WHERE e.account_id = account AND e.order_id IN (
        SELECT order_id FROM jsonb_populate_recordset(NULL::entries, rows)
      )
    ) deed
    WHERE kind IN ('HOLD', 'CAPTURE', 'RELEASE')
    GROUP BY order_id, kind = 'HOLD'
    HAVING count(*) > 1
  ) THEN
    RAISE EXCEPTION 'held or settled before' USING ERRCODE = 'CP001';
  END IF;
  IF wallet.available + more_available < 0 THEN
    RAISE EXCEPTION 'too poor' USING ERRCODE = 'CP002';
  ELSIF wallet.held + more_held < 0 THEN
    RAISE EXCEPTION 'more is taken from the held money than there is';
  END IF;
END $$;

-- The wallet's row comes late, because the changes of one account queue for it.
CREATE FUNCTION move_money(account integer, change jsonb, wallet OUT wallets)
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
  END IF;
END $$;

CREATE FUNCTION commit_change(change jsonb, wallet OUT wallets) LANGUAGE plpgsql AS $$
DECLARE
  account CONSTANT integer := (change ->> 'account_id')::integer;
BEGIN
  IF change ?| '{release,claim}' THEN
    PERFORM take_key(change);
  END IF;
  IF change ? 'placed' THEN
    PERFORM place_orders(change -> 'placed');
  END IF;
  IF change ? 'moved' THEN
    PERFORM move_orders(change -> 'moved');
  END IF;
  IF change ? 'attempts' THEN
    PERFORM put_attempts(change -> 'attempts');
  END IF;
  IF change ? 'leases' THEN
    PERFORM put_leases(change -> 'leases');
  END IF;
  IF change ? 'messages' THEN
    PERFORM put_messages(change -> 'messages');
  END IF;
  IF change ? 'ban' THEN
    UPDATE accounts SET (ban_since, ban_until, ban_tier) = (b.ban_since, b.ban_until, b.ban_tier)
    FROM jsonb_populate_record(NULL::accounts, change -> 'ban') b
    WHERE accounts.id = account;
  END IF;
  IF change ?| '{entries,events}' THEN
    wallet := move_money(account, change);
  ELSE
    SELECT * INTO wallet FROM wallets w WHERE w.account_id = account;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no account %', account;
    END IF;
  END IF;
END $$;
