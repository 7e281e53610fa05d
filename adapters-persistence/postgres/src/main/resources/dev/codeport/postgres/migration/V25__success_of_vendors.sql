-- Orders by when they ended, whoever they belong to: they are written about in that order, so that a
-- range of blocks is enough, which costs a closing order next to nothing.
CREATE INDEX orders_closed ON orders USING brin (closed_at) WITH (autosummarize = on)
  WHERE state IN ('COMPLETED', 'CANCELED', 'EXPIRED');
