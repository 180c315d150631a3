-- One key for each mailbox, made by lib/email-address.ts: whoever is looked up by an address is looked up by its key.
-- `fill-email-keys.ts` fills them in once these columns are there, 0141 then holds them.

alter table registrants
  add column email_key text,
  -- 0 for whom the address finds; more for those of the same event who have the same address in another spelling, and came
  -- before spellings were read alike. Nobody new gets any other.
  add column email_rank smallint not null default 0;

alter table import_rows add column email_key text;

-- Of user names only the letter case of ASCII does not count: that of other letters differs between systems.
drop index users_user_name;
create unique index users_user_name on users (lower(user_name collate "C"));
