-- Addresses that mail servers want nothing for, what came back of messages, how many messages a day one person gets, and why somebody
-- is told who wasn't named.

-- Until somebody clears the mark. It hangs on the address, not on whoever has it: a changed address is a fresh start.
create table refused_addresses (
  organization_id uuid not null references organizations (id) on delete cascade on update cascade,
  -- in lower case
  address text not null,
  since timestamptz(3) not null default now(),
  -- RFC 3463, such as 5.1.1; null where the server gave none
  status text,
  reason text not null,
  primary key (organization_id, address)
);

-- What came back of a message, each once.
create table bounces (
  organization_id uuid not null references organizations (id) on delete cascade on update cascade,
  id uuid not null,
  -- message, address and status
  key text not null,
  address text not null,
  delivery_id uuid,
  status text,
  reason text not null,
  -- whether the address counts as refused by it
  marks boolean not null,
  at timestamptz(3) not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, delivery_id) references deliveries (organization_id, id) on delete cascade on update cascade
);
create unique index bounces_organization_id_key_key on bounces (organization_id, key);
create index bounces_organization_id_delivery_id_at_idx on bounces (organization_id, delivery_id, at);

-- {"kind": "fallback"}, or {"kind": "deputy", "off_work" or "refused", "name": whose message it is}; null: the rule names them
alter table deliveries add column why jsonb;

-- messages about alerts that they get on one of their days; null: as many as the organization says
alter table members add column alerts_per_day integer;

-- Who is there for an active member at this moment: themselves, or the first of their deputies who is there; null if nobody is. Somebody
-- whose address takes no mail isn't there, just as one who is away.
create or replace function present_member(organization uuid, member uuid) returns uuid language sql stable as $$
  with recursive standing(id, deputy, is_away, depth) as (
    select m.id, m.deputy_member_id,
           (m.away_from <= now() and m.away_until > now()) is true
             or exists (select 1 from refused_addresses r join users u on u.email = r.address
                         where r.organization_id = m.organization_id and u.id = m.user_id), 0
      from members m where m.organization_id = organization and m.id = member and m.is_active
    union all
    select m.id, m.deputy_member_id,
           (m.away_from <= now() and m.away_until > now()) is true
             or exists (select 1 from refused_addresses r join users u on u.email = r.address
                         where r.organization_id = m.organization_id and u.id = m.user_id), standing.depth + 1
      from standing join members m on m.organization_id = organization and m.id = standing.deputy and m.is_active
     where standing.is_away and standing.depth < 5
  )
  select id from standing where is_away is not true order by depth limit 1
$$;
