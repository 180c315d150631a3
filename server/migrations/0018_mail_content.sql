-- Whom mails come from, where a client has an address of its own for it.

-- Null = the installation's MAIL_FROM. Whether receivers believe it is up to whoever runs the domain: SPF and DKIM.
alter table clients add column mail_from text;
