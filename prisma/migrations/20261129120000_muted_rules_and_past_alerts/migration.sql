-- A rule that shall be silent for a while, everywhere or at one touchpoint; and alerts that were raised over the past.

create table alert_mutes (
  organization_id uuid not null,
  id uuid not null,
  rule_id uuid not null,
  touchpoint_id uuid,
  reason text not null,
  until timestamptz(3) not null,
  by text not null,
  created_at timestamptz(3) not null default current_timestamp,
  ended_at timestamptz(3),
  ended_by text,
  primary key (organization_id, id),
  foreign key (organization_id, rule_id) references alert_rules (organization_id, id) on delete cascade on update cascade,
  foreign key (organization_id, touchpoint_id) references touchpoints (organization_id, id) on delete cascade on update cascade
);

create index alert_mutes_organization_id_rule_id_until_idx on alert_mutes (organization_id, rule_id, until);

alter table alerts add column is_past boolean not null default false;
