-- The contract shows integers; one sequence serves all organizations. The id is drawn before the row is written,
-- because the slug that is reserved first refers to it.
create sequence deposition_ids as integer;

create table depositions (
  organization_id            uuid not null references organizations (id),
  id                         integer not null,
  state                      text not null check (state in ('initial', 'scheduled', 'active', 'completed', 'canceled')),
  -- Null until scheduled. A cancelled deposition keeps it as a memory: who has a slug is in session_slugs.
  remote_session_id          text,
  -- Asked for with a request that our staff have yet to confirm.
  requested_session_id       text,
  title                      text not null,
  case_name                  text,
  -- As given: the wall time is what was agreed, the instant is what the zone's rules make of it.
  start_date                 text not null,
  start_time                 text not null,
  time_zone                  text not null,
  starts_at                  timestamptz not null,
  -- The release of the tz database that starts_at was computed with, such as 2025b.
  zone_rules                 text collate "C" not null,
  -- Hours.
  estimated_duration         double precision not null check (estimated_duration > 0 and estimated_duration <= 24),
  session_type               text not null,
  deponent_name              text not null,
  deponent_email             text not null,
  deponent_role              text not null,
  language                   text not null,
  languages                  text,
  interpreter                text,
  additional_details         text,
  preferred_manager          text,
  video_provider             text,
  -- The provider's join details.
  meeting                    jsonb,
  notice                     text,
  cancelation_requested_at   timestamptz,
  cancel_without_email       boolean not null,
  version                    integer not null,
  created_at                 timestamptz not null,
  updated_at                 timestamptz not null,
  primary key (organization_id, id),
  check (state in ('initial', 'canceled') or remote_session_id is not null)
);
create index depositions_by_age on depositions (organization_id, created_at desc, id desc);
create index depositions_by_state on depositions (organization_id, state, created_at desc, id desc);
create index depositions_by_case on depositions (organization_id, case_name, created_at desc, id desc);
create index depositions_by_start on depositions (organization_id, starts_at);
create index depositions_by_remote_session_id on depositions (organization_id, remote_session_id);
-- For the start-up step that looks for instants computed with older time-zone rules, in all organizations at once.
create index depositions_by_zone_rules on depositions (zone_rules, organization_id, id)
  where state in ('initial', 'scheduled', 'active');
call protect('depositions');

-- Who is invited. A row stays when its person is taken off the list, so that they can still be told.
create table deposition_invites (
  organization_id  uuid not null,
  id               uuid not null,
  deposition_id    integer not null,
  position         integer not null,
  email            text not null,
  access_level     text not null check (access_level in ('host', 'participant')),
  -- Asked to be a host; who is no member is none until a confirmation finds them to be one.
  wants_host       boolean not null,
  removed_at       timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, deposition_id) references depositions (organization_id, id)
);
create unique index deposition_invites_once on deposition_invites (organization_id, deposition_id, lower(email))
  where removed_at is null;
call protect('deposition_invites');

-- Who has which remote_session_id, across all organizations: the primary key settles every race for one. It names
-- no organization, so that it reveals nothing but that a slug is taken. Cancelling deletes the row.
create table session_slugs (
  slug           text collate "C" primary key,
  deposition_id  integer not null unique
);
