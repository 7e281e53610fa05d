-- Only what is erased is forgotten, the oldest first. A row is among it when it is erased, so that
-- nothing is added while codes are sent and checked.
DROP INDEX verifications_by_end;
CREATE INDEX verifications_to_forget ON verifications (ended_at)
  WHERE ended_at IS NOT NULL AND phone IS NULL;
