-- Attempts by when they were made: they are written in that order.
CREATE INDEX attempts_asked ON attempts USING brin (asked_at) WITH (autosummarize = on);
