-- Whom an alert finds: teams by turns or by load, hours of people, and how many messages a day somebody gets.

-- domain/alert/policy; null is the product's own way
alter table organizations add column alert_policy jsonb;

-- their own hours, {mon: ["09:00-18:00"], …}, in their own time zone; null: the organization's
alter table members
  add column working_hours jsonb,
  add column time_zone text;

-- everyone, turns, least_loaded
alter table teams add column routing text not null default 'everyone';

-- When somebody of a team last got something by turn.
create table team_turns (
  organization_id uuid not null,
  team_id uuid not null,
  member_id uuid not null,
  at timestamptz not null,
  primary key (organization_id, team_id, member_id),
  foreign key (organization_id, team_id) references teams (organization_id, id) on delete cascade on update cascade,
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade on update cascade
);
create index team_turns_organization_id_member_id_idx on team_turns (organization_id, member_id);

-- How many alerts were told to a member on one of their days, and how many of them in a digest because the budget was used up.
create table alert_days (
  organization_id uuid not null,
  member_id uuid not null,
  day date not null,
  told integer not null default 0,
  held integer not null default 0,
  primary key (organization_id, member_id, day),
  foreign key (organization_id, member_id) references members (organization_id, id) on delete cascade on update cascade
);
create index alert_days_organization_id_day_idx on alert_days (organization_id, day);

-- What a digest tells.
create table digest_alerts (
  organization_id uuid not null,
  delivery_id uuid not null,
  alert_id uuid not null,
  primary key (organization_id, delivery_id, alert_id),
  foreign key (organization_id, delivery_id) references deliveries (organization_id, id) on delete cascade on update cascade,
  foreign key (organization_id, alert_id) references alerts (organization_id, id) on delete cascade on update cascade
);
create index digest_alerts_organization_id_alert_id_idx on digest_alerts (organization_id, alert_id);
