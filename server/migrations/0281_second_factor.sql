-- What staff prove besides the password: a code of an app that shares a secret with us (RFC 6238), or one of the codes for when
-- the app is lost.
create table second_factors (
  client_id bigint not null,
  user_id bigint not null,
  -- Sealed: we have to make the same codes.
  secret bytea not null,
  -- The last step of 30 seconds of which a code was taken: none is good twice.
  last_step bigint not null,
  -- SHA-256 of those that are left; they are random enough for it.
  recovery_hashes bytea[] not null,
  created_at timestamptz(3) not null default now(),
  primary key (client_id, user_id),
  foreign key (client_id, user_id) references users (client_id, id) on delete cascade
);
