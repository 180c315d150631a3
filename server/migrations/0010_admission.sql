-- Who is let in: the gates of events, the people who wait before them, and where else forms may stand.

create table event_gates (
  client_id bigint not null,
  event_id bigint not null,
  -- One of features/registration/gates.ts, which also tells what the settings hold.
  gate text not null,
  -- The doors it guards, of features/registration/doors.ts.
  doors text[] not null,
  settings jsonb not null default '{}',
  modified_at timestamptz(3) not null default now(),
  primary key (client_id, event_id, gate),
  foreign key (client_id, event_id) references events (client_id, id)
);

create trigger event_gates_cache after insert or update or delete on event_gates
  for each row execute function notify_cache('event', 'event_id');

-- The one switch: every gate of the event guards every door.
alter table events add column guards_all_doors boolean not null default false;

-- Sites, as origins (https://www.example.com), that may show the event's form in a frame.
alter table events add column embed_origins text[] not null default '{}';

-- Hosts beside our own that a person may be sent on to after a door; *.example.com takes in all below it.
alter table clients add column redirect_hosts text[] not null default '{}';

-- Who waits is no registrant yet: in no list, no count and no answer of the compatible API.
alter table registrants drop constraint registrants_status_check;
alter table registrants add constraint registrants_status_check
  check (status in ('active', 'deleted', 'forgotten', 'unconfirmed', 'pending', 'waitlisted', 'denied'));
alter table registrants
  -- The door the person first came by.
  add column door text not null default 'rest',
  -- What the person reads, where a page or a caller told; the event's language when null.
  add column language_code text,
  -- The place on the waiting list: who has the smaller number comes first.
  add column queue_number bigint,
  add column confirmed_at timestamptz(3),
  -- An approval or denial, by whom (as in changes.actor) and when.
  add column decided_by text,
  add column decided_at timestamptz(3);
create index registrants_waiting on registrants (client_id, event_id, status, queue_number)
  where status in ('unconfirmed', 'pending', 'waitlisted', 'denied');

-- One sequence for all: only the order counts, and it is taken while the event's totals are locked.
create sequence queue_numbers;
