ALTER TABLE stated_countries ADD COLUMN calling TEXT NOT NULL DEFAULT '';

ALTER TABLE stated_countries ALTER COLUMN calling DROP DEFAULT;

COMMENT ON TABLE stated_countries IS 'Country and calling that an article gives a person: people of one name and different ones are two actors';

COMMENT ON COLUMN stated_countries.country IS 'ISO 3166-1 alpha-2 of nationality, office or body, as the article states it; empty: none';

COMMENT ON COLUMN stated_countries.calling IS 'What its titles say the person does and nobody besides (player, judge ...); empty: nothing';
