-- What comes by itself while the recording of an event is played: slides and polls at their times.
create table event_marks (
  client_id bigint not null,
  event_id bigint not null,
  -- From the recording's beginning.
  at_ms bigint not null check (at_ms >= 0),
  kind text not null check (kind in ('slide', 'poll')),
  -- The deck or the poll.
  ref bigint not null,
  -- Of the deck; 0 for polls.
  page integer not null default 0,
  -- The beginning for which it came: an event that is moved has another one, and its marks come again.
  fired_for timestamptz(3),
  primary key (client_id, event_id, at_ms, kind, ref, page),
  foreign key (client_id, event_id) references events (client_id, id)
);
