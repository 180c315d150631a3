-- One key opened every page of an event's staff and stood in lists of events. Now each page has its own. What was handed out
-- goes on opening the preview, which shows what everybody will see; presenting and the report get new keys, so that old
-- addresses of theirs end. 122 random bits of version 4, written as the other keys are.
alter table events rename column staff_key to preview_key;
alter table events
  add column present_key text not null default upper(replace(gen_random_uuid()::text, '-', '')),
  add column report_key text not null default upper(replace(gen_random_uuid()::text, '-', ''));
alter table events
  alter column present_key drop default,
  alter column report_key drop default;
