create table live_sessions (
  organization_id   uuid not null references organizations (id),
  id                uuid not null,
  -- The person or API key that created it.
  created_by        text not null,
  host_id           text not null,
  brand_id          text not null,
  title             text not null,
  kind              text not null check (kind in ('live', 'office_hours')),
  category          text,
  scheduled_at      timestamptz not null,
  started_at        timestamptz,
  ended_at          timestamptz,
  status            text not null check (status in ('scheduled', 'live', 'ended', 'cancelled')),
  stream_call_id    text,
  max_participants  integer not null check (max_participants > 0),
  recording_url     text,
  -- json, not jsonb: it comes back as it was sent, with its members in their order.
  metadata          json not null,
  registered_count  integer not null,
  waitlisted_count  integer not null,
  -- Drawn under the row lock: orders the session's events, and the places of its waiting list.
  version           integer not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  -- The callers' own texts have no limit, and an index entry has. Columns rather than an index on the expression,
  -- which row-level security would not let the planner use: hashing is not marked leakproof.
  host_hash         bigint not null generated always as (hashtextextended(host_id, 0)) stored,
  brand_hash        bigint not null generated always as (hashtextextended(brand_id, 0)) stored,
  category_hash     bigint generated always as (hashtextextended(category, 0)) stored,
  primary key (organization_id, id),
  constraint live_sessions_capacity check (registered_count between 0 and max_participants),
  -- Nobody waits while a seat is free.
  constraint live_sessions_line
    check (waitlisted_count >= 0 and (waitlisted_count = 0 or registered_count = max_participants))
)
-- Every registration updates the counts: room in the page lets that happen without touching an index.
with (fillfactor = 85);
create index live_sessions_by_time on live_sessions (organization_id, scheduled_at, id);
create index live_sessions_by_status on live_sessions (organization_id, status, scheduled_at, id);
create index live_sessions_by_kind on live_sessions (organization_id, kind, scheduled_at, id);
create index live_sessions_of_host on live_sessions (organization_id, host_hash, scheduled_at, id);
create index live_sessions_of_brand on live_sessions (organization_id, brand_hash, scheduled_at, id);
create index live_sessions_by_category on live_sessions (organization_id, category_hash, scheduled_at, id)
  where category_hash is not null;
call protect('live_sessions');

create table live_registrations (
  organization_id  uuid not null,
  session_id       uuid not null,
  person_id        text not null references people (id),
  status           text not null check (status in ('registered', 'waitlisted')),
  -- The session's version at which the person came: the waiting list is in this order.
  ticket           integer not null,
  created_at       timestamptz not null,
  primary key (organization_id, session_id, person_id),
  foreign key (organization_id, session_id) references live_sessions (organization_id, id)
);
create unique index live_registrations_line on live_registrations (organization_id, session_id, ticket)
  where status = 'waitlisted';
-- For the seats of a person who is removed.
create index live_registrations_of_person on live_registrations (organization_id, person_id);
call protect('live_registrations');
