-- Rules about more than single answers: silence, series, promises, messages that died.

-- when it was last looked whether such a rule holds; null: at once
alter table alert_rules add column watched_at timestamptz(3);
create index alert_rules_watched_idx on alert_rules (watched_at nulls first)
 where is_enabled and deleted_at is null and definition ? 'about';

-- what was found (domain/alert/finding); some are about no touchpoint
alter table alerts
  alter column touchpoint_id drop not null,
  add column finding jsonb;

-- messages about alerts that no response leads to
create index deliveries_alert_idx on deliveries (organization_id, alert_id) where response_id is null and alert_id is not null;
