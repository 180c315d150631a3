-- How often strangers came to the public pages, in windows that end by themselves. The columns are those that
-- rate-limiter-flexible fills, in its order. Unlogged: a count costs no write-ahead log, and may be lost with a crash.
-- The key is a signature of who came to what, so that no addresses lie here.
create unlogged table visit_counts (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
create index visit_counts_expire on visit_counts (expire);
