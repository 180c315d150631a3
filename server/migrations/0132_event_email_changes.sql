-- The set of e-mails of an event is "event-emails" everywhere; "mail" is what goes out to one person.
update changes set kind = 'event-email.updated' where kind = 'email.updated';
