-- How often somebody cancelled or was taken out. Entries in calendars know no way back from a cancellation but a higher
-- SEQUENCE (RFC 5545), and each stay has mails of its own.
alter table registrants add column cancellations integer not null default 0;
