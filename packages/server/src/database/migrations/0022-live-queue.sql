-- The line of office hours: who waits to be called in, and who was.
create table live_queue (
  organization_id  uuid not null,
  session_id       uuid not null,
  person_id        text not null,
  status           text not null check (status in ('waiting', 'called')),
  -- The session's version at which they came, or were put at the end again: the line is in this order.
  ticket           integer not null,
  -- How often they were called and did not come.
  missed           integer not null,
  called_at        timestamptz,
  joined_at        timestamptz not null,
  primary key (organization_id, session_id, person_id),
  -- Who gives up their seat leaves the line with it.
  foreign key (organization_id, session_id, person_id)
    references live_registrations (organization_id, session_id, person_id) on delete cascade,
  check ((status = 'called') = (called_at is not null))
);
create unique index live_queue_line on live_queue (organization_id, session_id, ticket) where status = 'waiting';
call protect('live_queue');
