-- Follows the filling of 0140's columns.

alter table registrants alter column email_key set not null;
drop index registrants_email;
-- One person per event and address; the column order also serves look-ups by address over all events.
create unique index registrants_email on registrants (client_id, email_key, event_id, email_rank);

drop index import_rows_email;
create index import_rows_email on import_rows (client_id, import_id, email_key);
