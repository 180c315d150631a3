-- What people answered to the survey of a webinar, and what came of it.

alter table survey_questions
  -- The same question in copies of an event, and in its own later versions; its own id unless given.
  add column code bigint,
  -- People who answered this version.
  add column answers integer not null default 0;
alter table survey_answers add column votes integer not null default 0;

-- The survey of an event, there from when somebody first saw it.
create table surveys (
  client_id bigint not null,
  event_id bigint not null,
  presented_at timestamptz(3) not null,
  first_pushed_at timestamptz(3),
  last_pushed_at timestamptz(3),
  submissions integer not null default 0,
  primary key (client_id, event_id),
  foreign key (client_id, event_id) references events (client_id, id)
);

-- Who submitted it, as one act.
create table survey_submissions (
  client_id bigint not null,
  event_id bigint not null,
  registrant_id bigint not null,
  submitted_at timestamptz(3) not null,
  primary key (client_id, event_id, registrant_id),
  foreign key (client_id, registrant_id) references attendees (client_id, registrant_id)
);

create table survey_responses (
  client_id bigint not null,
  registrant_id bigint not null,
  question_id bigint not null,
  positions smallint[],
  answer text,
  primary key (client_id, registrant_id, question_id),
  foreign key (client_id, registrant_id) references attendees (client_id, registrant_id),
  foreign key (client_id, question_id) references survey_questions (client_id, id)
);
create index survey_responses_question on survey_responses (client_id, question_id);

alter table attendees
  add column answered_surveys integer not null default 0,
  add column answered_survey_questions integer not null default 0;
