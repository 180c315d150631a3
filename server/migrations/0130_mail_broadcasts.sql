-- What goes to everybody waits for what one person waits for: written by whoever owes the mail, so that a new kind of mail
-- needs no new index.
alter table mails add column is_broadcast boolean not null default false;
update mails set is_broadcast = true where state in ('due', 'claimed') and kind in ('reminder-1', 'reminder-2',
  'reminder-3', 'follow-up-attended', 'follow-up-missed', 'moved', 'cancelled');
drop index mails_due;
create index mails_due on mails (is_broadcast, due_at) where state = 'due';
