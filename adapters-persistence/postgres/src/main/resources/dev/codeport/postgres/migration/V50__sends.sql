-- Whose number a phone's is. It stays when the phone is erased, to tell where things were sent.
ALTER TABLE verifications ADD COLUMN region text;

-- Dispatches by when they were made: they are written in that order.
CREATE INDEX dispatches_asked ON dispatches USING brin (asked_at) WITH (autosummarize = on);
