-- What is planned for a number on which nothing came yet, and orders that change their number by
-- themselves until a time.
ALTER TABLE orders RENAME COLUMN cancel_asked_at TO plan_at;
ALTER TABLE orders
  ADD COLUMN plan          text,
  ADD COLUMN code_by       timestamptz,
  ADD COLUMN move_after_ms bigint,
  ADD COLUMN moved_at      timestamptz;

UPDATE orders SET plan = CASE WHEN plan_at IS NULL THEN 'WAIT' ELSE 'CANCELING' END
WHERE state = 'ACTIVE';

-- An order between two numbers is open too.
DROP INDEX orders_open;
CREATE INDEX orders_open ON orders (account_id, placed_at DESC, id DESC)
  WHERE state IN ('MOVING', 'UNSETTLED', 'ACTIVE', 'RECEIVED', 'AWAITING');

-- One by one, because an order may move twice; they come by id, so that two changes never wait for
-- each other crosswise.
CREATE OR REPLACE FUNCTION move_orders(rows jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  row_of_one jsonb;
BEGIN
  FOR row_of_one IN SELECT value FROM jsonb_array_elements(rows) LOOP
    UPDATE orders SET
      (revision, state, tier_id, product_id, price,
       lease_provider, lease_id, phone, cost, cost_currency, expires_at, cancelable_from,
       can_another, can_reactivate, operator,
       activated_at, plan, plan_at, moved_at, asked_at,
       sms_revision, first_sms_at, code, sms_text,
       closed_at, reason, due, due_at)
      = (o.revision, o.state, o.tier_id, o.product_id, o.price,
       o.lease_provider, o.lease_id, o.phone, o.cost, o.cost_currency, o.expires_at,
       o.cancelable_from, o.can_another, o.can_reactivate, o.operator,
       o.activated_at, o.plan, o.plan_at, o.moved_at, o.asked_at,
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
