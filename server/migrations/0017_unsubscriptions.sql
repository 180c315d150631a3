-- Who wants no more mails about an event, or of a client at all.

create table unsubscriptions (
  client_id bigint not null,
  -- A keyed hash of the address (features/unsubscriptions/address-hash.ts): it stays when the person is forgotten, and tells nobody who that was.
  address_hash text not null,
  -- Null = no mails about any event of the client.
  event_id bigint,
  created_at timestamptz(3) not null default now(),
  unique nulls not distinct (client_id, address_hash, event_id)
);
