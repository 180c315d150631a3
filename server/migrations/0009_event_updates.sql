-- What an encoder sends a broadcast to, and what an update of an event changed.

-- 32 upper-case hex digits that let an encoder in; told to staff only.
alter table events add column stream_key text not null default upper(replace(gen_random_uuid()::text, '-', ''));

-- Of an "updated" change: the columns that got another value, in camelCase; whoever sends calendar updates looks for times.
alter table changes add column fields text[];
