-- How engaged an attendee was: a score of tenths, kept in the row by a trigger, from counters that are in the row already.

create table engagement_models (
  client_id bigint primary key references clients (id),
  version integer not null,
  weights jsonb not null,
  changed_at timestamptz(3) not null,
  -- How far the client's attendees are scored anew.
  total bigint not null,
  done bigint not null default 0,
  scored_to bigint not null default 0,
  finished_at timestamptz(3)
);

create function engagement_weights(client bigint) returns jsonb language sql stable as $$
  select coalesce((select weights from engagement_models where client_id = client), '{
    "minutes": {"points": 0.1, "most": 5},
    "questions": {"points": 1, "most": 2},
    "polls": {"points": 0.5, "most": 1.5},
    "surveys": {"points": 1, "most": 1},
    "resources": {"points": 0.5, "most": 1.5},
    "callsToAction": {"points": 0.5, "most": 1},
    "tools": {"points": 0.1, "most": 0.5},
    "chat": {"points": 0.1, "most": 0.5},
    "reactions": {"points": 0.1, "most": 0.5},
    "buyingSignals": {"points": 1.5, "most": 3}
  }'::jsonb)
$$;

alter table attendees add engagement_tenths smallint not null default 0;

-- The formula, version 1, signal by signal. Minutes are those of an answer: rounded, and more than none is one.
create function engagement_signals(a attendees, weights jsonb)
returns table (signal text, count bigint, points numeric, most numeric, gained numeric) language sql stable as $$
  select s.signal, s.count, w.points, w.most, least(w.most, w.points * s.count)
  from (values
    ('minutes', case when a.cumulative_live_ms + a.cumulative_archive_ms > 0
      then greatest(1, round((a.cumulative_live_ms + a.cumulative_archive_ms) / 60000.0)::bigint) else 0 end),
    ('questions', a.questions_asked),
    ('polls', a.answered_polls),
    ('surveys', a.answered_surveys),
    ('resources', a.resources_downloaded),
    ('callsToAction', a.cta_clicks),
    ('tools', a.widgets_opened),
    ('chat', a.chat_messages),
    ('reactions', a.reactions),
    ('buyingSignals', a.conversions)
  ) as s (signal, count)
  cross join lateral (
    select (weights -> s.signal ->> 'points')::numeric as points, (weights -> s.signal ->> 'most')::numeric as most
  ) w
$$;

create function score_attendee() returns trigger language plpgsql as $$
begin
  select least(100, round(10 * sum(gained))) into new.engagement_tenths
    from engagement_signals(new, engagement_weights(new.client_id));
  return new;
end $$;

create trigger attendees_scored_first before insert on attendees for each row execute function score_attendee();
-- Signs of life change the score once a minute at most; whoever sets it anew changes the column alone.
create trigger attendees_scored before update on attendees for each row
  when (new.questions_asked <> old.questions_asked or new.answered_polls <> old.answered_polls
    or new.answered_surveys <> old.answered_surveys or new.resources_downloaded <> old.resources_downloaded
    or new.cta_clicks <> old.cta_clicks or new.widgets_opened <> old.widgets_opened
    or new.chat_messages <> old.chat_messages or new.reactions <> old.reactions or new.conversions <> old.conversions
    or round((new.cumulative_live_ms + new.cumulative_archive_ms) / 60000.0)
      <> round((old.cumulative_live_ms + old.cumulative_archive_ms) / 60000.0)
    or (old.cumulative_live_ms + old.cumulative_archive_ms = 0
      and new.cumulative_live_ms + new.cumulative_archive_ms > 0))
  execute function score_attendee();

update attendees a set engagement_tenths = (
  select least(100, round(10 * sum(gained))) from engagement_signals(a, engagement_weights(a.client_id)));

alter table event_totals drop engagement_score;
alter table event_totals add engagement_tenths bigint not null default 0;
update event_totals t set engagement_tenths = coalesce(
  (select sum(a.engagement_tenths) from attendees a where a.client_id = t.client_id and a.event_id = t.event_id), 0);

-- What the sums of events have still to gain. Writers only add rows here: were they to write into event_totals, they would
-- hold its row from their first statement on, and deadlock with those who count last.
create table engagement_gains (
  client_id bigint not null,
  event_id bigint not null,
  id bigint generated always as identity,
  tenths bigint not null,
  primary key (client_id, event_id, id)
);

create function gain_engagement() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into engagement_gains (client_id, event_id, tenths)
    select client_id, event_id, sum(engagement_tenths) from after group by 1, 2 having sum(engagement_tenths) <> 0;
  else
    insert into engagement_gains (client_id, event_id, tenths)
    select client_id, event_id, sum(tenths) from (
      select client_id, event_id, engagement_tenths as tenths from after
      union all select client_id, event_id, -engagement_tenths from before
    ) changed group by 1, 2 having sum(tenths) <> 0;
  end if;
  return null;
end $$;

create trigger attendees_gain_first after insert on attendees
  referencing new table as after for each statement execute function gain_engagement();
create trigger attendees_gain after update on attendees
  referencing old table as before new table as after for each statement execute function gain_engagement();
