-- A window whose count takes too long keeps its former count, if it has one, and says since when no other could be had.
alter table latency_windows
  alter column legs drop not null,
  alter column counted_at drop not null,
  -- the worker gave up counting it, later than it was counted
  add column gave_up_at timestamptz(3);
