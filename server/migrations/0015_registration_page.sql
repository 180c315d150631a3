-- What a registration page shows beside its fields. Consents are fields with a text of their own.

alter table registration_fields drop constraint registration_fields_type_check;
alter table registration_fields add constraint registration_fields_type_check
  check (type in ('textbox', 'textarea', 'listbox', 'multiselect', 'checkbox', 'hidden', 'consent'));

create table registration_pages (
  client_id bigint not null,
  event_id bigint not null,
  -- A picture above the title: /files/{key} of the event's client, or an https address; and what it shows.
  banner text,
  banner_text text,
  -- Stands above the form; plain text or harmless HTML.
  intro text,
  primary key (client_id, event_id),
  foreign key (client_id, event_id) references events (client_id, id)
);

-- The page is kept in memory with its event: whatever it shows drops both.
create trigger registration_pages_cache after insert or update or delete on registration_pages
  for each row execute function notify_cache('event', 'event_id');
create trigger speakers_cache after insert or update or delete on speakers
  for each row execute function notify_cache('event', 'event_id');
