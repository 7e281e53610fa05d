-- Whether a rule may sell below cost.
ALTER TABLE markup_rules ADD COLUMN below_cost boolean NOT NULL DEFAULT FALSE;
