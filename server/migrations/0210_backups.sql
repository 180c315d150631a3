-- Backups that were made and read back, for the figures: how old is the last good one?
create table backups (
  id bigint generated always as identity primary key,
  -- When its snapshot was taken.
  made_at timestamptz(3) not null,
  byte_size bigint not null
);
