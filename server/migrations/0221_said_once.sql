-- What was said with a nonce and made a row: said again, because the answer was lost on its way, it makes no other.
create table said_once (
  client_id bigint not null,
  event_id bigint not null,
  -- person:{registrant}, presenter:{presenter}
  speaker text not null,
  kind text not null,
  -- Chosen by the page.
  nonce text not null,
  -- Of the row; null within the transaction that makes it.
  made_id bigint,
  said_at timestamptz(3) not null default now(),
  primary key (client_id, event_id, speaker, kind, nonce)
);
create index said_once_age on said_once (said_at);
