-- Who has come to the venue of a hybrid event. Their session is opened when the event is live and runs until its end.
create table check_ins (
  client_id bigint not null,
  registrant_id bigint not null,
  event_id bigint not null,
  checked_in_at timestamptz(3) not null,
  -- Whether their minutes are written down to the end.
  is_counted boolean not null default false,
  primary key (client_id, registrant_id),
  foreign key (client_id, registrant_id) references registrants (client_id, id)
);
create index check_ins_event on check_ins (client_id, event_id);
create index check_ins_uncounted on check_ins (event_id) where not is_counted;
