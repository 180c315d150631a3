-- Attendees are listed in the order in which they joined, which no later activity changes.

drop index attendees_event;
create index attendees_event on attendees (client_id, event_id, first_joined_at, registrant_id);
create index attendees_joined on attendees (client_id, first_joined_at, registrant_id);
