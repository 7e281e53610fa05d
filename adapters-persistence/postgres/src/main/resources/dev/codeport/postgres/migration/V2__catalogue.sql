-- Ids that are never given to another operator or tier.
CREATE TABLE operators (
  id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE
);

-- operator_id 0 stands for any operator.
CREATE TABLE tiers (
  id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  provider    text NOT NULL,
  country_id  integer NOT NULL,
  platform_id integer NOT NULL,
  operator_id integer NOT NULL,
  UNIQUE (provider, country_id, platform_id, operator_id)
);

CREATE TABLE exchange_rates (
  base  text,
  quote text,
  rate  numeric NOT NULL CHECK (rate > 0),
  as_of timestamptz NOT NULL,
  PRIMARY KEY (base, quote)
);

-- 0 stands for every account, country or platform.
CREATE TABLE markup_rules (
  account_id  integer,
  country_id  integer,
  platform_id integer,
  percent     numeric NOT NULL,
  fixed       bigint NOT NULL,
  floor       bigint NOT NULL,
  PRIMARY KEY (account_id, country_id, platform_id)
);

-- Which node does a thing, until when.
CREATE TABLE turns (
  name       text PRIMARY KEY,
  node       text NOT NULL,
  held_until timestamptz NOT NULL
);
