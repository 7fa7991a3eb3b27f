-- Why a rule that is watched could not be judged, or not everywhere, since when; until a look that goes well.
alter table alert_rules add column watch_trouble jsonb;
