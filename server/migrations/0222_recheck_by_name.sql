-- Whoever is blocked or taken out is named, some hundred at a time (a payload has 8,000 bytes at most), so that nobody looks
-- through a whole room for one.
create or replace function notify_room_people() returns trigger language plpgsql as $$
begin
  perform pg_notify('lectern_room', json_build_object('room', event_id, 'recheck', json_agg('person:' || id))::text)
  from (
    select after.event_id, after.id, row_number() over (partition by after.event_id order by after.id) / 200 as part
    from before join after using (client_id, id)
    where (before.status, before.is_blocked) is distinct from (after.status, after.is_blocked)
      and (after.status <> 'active' or after.is_blocked)
  ) people
  group by event_id, part;
  return null;
end
$$;

create or replace function notify_room_presenters() returns trigger language plpgsql as $$
begin
  perform pg_notify('lectern_room', json_build_object('room', event_id, 'recheck', json_agg('presenter:' || id))::text)
  from (select event_id, id, row_number() over (partition by event_id order by id) / 200 as part from after) people
  group by event_id, part;
  return null;
end
$$;
