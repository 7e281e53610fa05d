-- How asking a tier for a number turned out: what routing learns from. Rows are only added, so that
-- orders on one tier never wait for each other.
CREATE TABLE outcomes (
  account_id integer NOT NULL,
  tier_id    integer NOT NULL,
  result     text NOT NULL,
  at         timestamptz NOT NULL,
  waited_ms  bigint NOT NULL
);

CREATE INDEX outcomes_of_tier ON outcomes (tier_id, at DESC) INCLUDE (result, waited_ms);
CREATE INDEX outcomes_by_time ON outcomes USING brin (at);

-- What orders that ended of late tell.
INSERT INTO outcomes
SELECT account_id, tier_id, CASE WHEN sms_revision IS NULL THEN 'MISSED' ELSE 'ARRIVED' END,
  COALESCE(first_sms_at, closed_at), 1000 * extract(epoch FROM COALESCE(first_sms_at, closed_at) - placed_at)
FROM orders
WHERE closed_at >= now() - interval '7 days' AND closed_at >= placed_at
  AND state IN ('COMPLETED', 'CANCELED', 'EXPIRED');

DROP INDEX orders_sold;

-- The tiers of one product.
CREATE INDEX tiers_of_product ON tiers (platform_id, country_id);

-- Why a vendor was asked, and vendors that the customer does not want.
ALTER TABLE attempts ADD COLUMN reason jsonb;
ALTER TABLE orders ADD COLUMN wish_excluded text[];
