-- How long answers took on a day, counted by the worker: percentiles of a day's answers cost too much to be counted at each view.
create table latency_days (
  organization_id uuid not null references organizations (id) on delete cascade on update cascade,
  day char(10) not null,
  -- in which the day was counted
  time_zone text not null,
  -- [{leg, n, p50, p95, p99}]; empty where nothing was answered
  legs jsonb not null,
  took_ms int not null,
  counted_at timestamptz(3) not null,
  constraint latency_days_pkey primary key (organization_id, day)
);
