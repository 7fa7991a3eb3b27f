-- How long answers took over the last 24 hours and 7 days, as the worker last counted it: where there are many answers, counting them
-- at each view takes seconds.
create table latency_windows (
  organization_id uuid not null references organizations (id) on delete cascade on update cascade,
  -- the window's length, which ends when it was counted
  hours int not null,
  -- [{leg, n, p50, p95, p99}]
  legs jsonb not null,
  took_ms int not null,
  counted_at timestamptz(3) not null,
  constraint latency_windows_pkey primary key (organization_id, hours)
);
