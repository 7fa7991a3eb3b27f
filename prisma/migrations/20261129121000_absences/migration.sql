-- Members who are away, and who stands in for them.

alter table members
  add column away_from timestamptz(3),
  add column away_until timestamptz(3),
  add column deputy_member_id uuid,
  add foreign key (organization_id, deputy_member_id) references members (organization_id, id) on delete no action on update cascade;

-- Who is there for an active member at this moment: themselves, or the first of their deputies who isn't away either; null if nobody is.
create function present_member(organization uuid, member uuid) returns uuid language sql stable as $$
  with recursive standing(id, deputy, is_away, depth) as (
    select m.id, m.deputy_member_id, m.away_from <= now() and m.away_until > now(), 0
      from members m where m.organization_id = organization and m.id = member and m.is_active
    union all
    select m.id, m.deputy_member_id, m.away_from <= now() and m.away_until > now(), standing.depth + 1
      from standing join members m on m.organization_id = organization and m.id = standing.deputy and m.is_active
     where standing.is_away and standing.depth < 5
  )
  select id from standing where is_away is not true order by depth limit 1
$$;
