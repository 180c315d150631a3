-- What presenters do with a room: who is in control, and what stands on the stage.

alter table rooms
  -- The producer in control; kept under the row's lock, so that there are never two.
  add column lead_presenter_id bigint,
  -- When they last did what only the one in control does: a sign of life, too.
  add column lead_acted_at timestamptz(3),
  -- The phase that those in the room were last told what it brings.
  add column told_phase text,
  add foreign key (client_id, lead_presenter_id) references presenters (client_id, id);
create index rooms_lead on rooms (client_id, event_id) where lead_presenter_id is not null;

-- What everybody sees, and beside it what the team sees while it practises.
create table stages (
  client_id bigint not null,
  event_id bigint not null,
  is_practice boolean not null,
  deck_id bigint,
  page integer,
  -- When the slide came, milliseconds from the webinar's beginning.
  slide_at_ms bigint not null default 0,
  layout text not null default 'side-by-side',
  -- The language of captions that is shown to whoever has not chosen; null for none.
  captions_language text,
  -- What the team has pinned for everybody to read.
  message text,
  primary key (client_id, event_id, is_practice),
  foreign key (client_id, event_id) references events (client_id, id),
  foreign key (client_id, deck_id) references slide_decks (client_id, id),
  check ((deck_id is null) = (page is null))
);
