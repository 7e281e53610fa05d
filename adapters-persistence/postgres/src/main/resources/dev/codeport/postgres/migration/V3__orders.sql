-- Nodes take ids in blocks of 100.
CREATE SEQUENCE order_ids AS bigint INCREMENT BY 100;

-- A row is the order's present state. The phone number, the code and the text are sealed.
CREATE TABLE orders (
  id               bigint,
  account_id       integer REFERENCES accounts,
  revision         bigint NOT NULL,
  state            text NOT NULL,
  placed_at        timestamptz NOT NULL,
  parent_id        bigint,

  wish_tier_id     integer,
  wish_product_id  integer,
  wish_policy      text,
  wish_max_price   bigint,
  wish_min_price   bigint,
  wish_preferred   text,
  wish_operator_id integer,

  tier_id          integer NOT NULL REFERENCES tiers,
  product_id       integer NOT NULL,
  price            bigint NOT NULL,

  lease_provider   text,
  lease_id         text,
  phone            text,
  cost             bigint,
  cost_currency    text,
  expires_at       timestamptz,
  cancelable_from  timestamptz,
  can_another      boolean,
  can_reactivate   boolean,
  operator         text,

  activated_at     timestamptz,
  cancel_asked_at  timestamptz,
  asked_at         timestamptz,

  sms_revision     integer,
  first_sms_at     timestamptz,
  code             text,
  sms_text         text,

  closed_at        timestamptz,
  reason           text,

  due              text,
  due_at           timestamptz,
  handed_out_until timestamptz,

  PRIMARY KEY (id, account_id)
);

-- What a customer sees of his orders, newest first; those not ended apart, because they are few.
CREATE INDEX orders_shown ON orders (account_id, placed_at DESC, id DESC)
  WHERE state NOT IN ('PLACED', 'REFUSED');
CREATE INDEX orders_open ON orders (account_id, placed_at DESC, id DESC)
  WHERE state IN ('UNSETTLED', 'ACTIVE', 'RECEIVED', 'AWAITING');

-- What workers look for.
CREATE INDEX orders_due ON orders (due, due_at, id) WHERE due IS NOT NULL;
CREATE INDEX orders_at_vendor ON orders (lease_provider, id)
  WHERE state IN ('ACTIVE', 'RECEIVED', 'AWAITING');

-- Numbers that are being asked for again.
CREATE INDEX orders_reactivating ON orders (parent_id)
  WHERE parent_id IS NOT NULL AND state IN ('PLACED', 'UNSETTLED');

-- How orders ended.
CREATE INDEX orders_ended ON orders (account_id, closed_at DESC, id DESC)
  WHERE state IN ('COMPLETED', 'CANCELED', 'EXPIRED');
CREATE INDEX orders_sold ON orders (product_id, closed_at)
  WHERE state IN ('COMPLETED', 'CANCELED', 'EXPIRED');

CREATE TABLE attempts (
  order_id      bigint,
  ordinal       integer,
  account_id    integer,
  reference     text NOT NULL,
  provider      text NOT NULL,
  tier_id       integer NOT NULL,
  cost          bigint NOT NULL,
  cost_currency text NOT NULL,
  rate_base     text,
  rate_quote    text,
  rate          numeric,
  rate_as_of    timestamptz,
  asked_at      timestamptz NOT NULL,
  state         text NOT NULL,
  lease_id      text,
  answered_at   timestamptz,
  detail        text NOT NULL,
  PRIMARY KEY (order_id, ordinal, account_id),
  FOREIGN KEY (order_id, account_id) REFERENCES orders
);

CREATE INDEX attempts_unsettled ON attempts (provider, asked_at, order_id)
  WHERE state IN ('ASKING', 'UNKNOWN');

-- From a vendor's lease to the one order it was taken for.
CREATE TABLE leases (
  provider   text,
  lease_id   text,
  order_id   bigint NOT NULL,
  account_id integer NOT NULL,
  PRIMARY KEY (provider, lease_id)
);

-- The key (which may be made of the text), the text and the code are sealed; key_hash finds twins.
CREATE TABLE messages (
  order_id    bigint,
  revision    integer,
  account_id  integer,
  key_hash    text NOT NULL,
  key         text NOT NULL,
  text        text NOT NULL,
  code        text,
  rule        text NOT NULL,
  received_at timestamptz NOT NULL,
  late        boolean NOT NULL,
  PRIMARY KEY (order_id, revision, account_id),
  UNIQUE (order_id, key_hash, account_id),
  FOREIGN KEY (order_id, account_id) REFERENCES orders
);
