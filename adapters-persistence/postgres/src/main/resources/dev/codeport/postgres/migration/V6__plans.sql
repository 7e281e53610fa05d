-- The plans inside are kept for the life of a connection, and are often made while the tables are
-- still small; then a scan looks cheap that later reads everything. Every row of a change is found
-- by an index.
ALTER FUNCTION commit_change(jsonb)
  SET enable_seqscan = off
  SET enable_hashjoin = off
  SET enable_mergejoin = off;
