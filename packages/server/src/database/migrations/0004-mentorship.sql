create table mentorships (
  organization_id  uuid not null references organizations (id),
  id               uuid not null,
  coach_id         text not null references people (id),
  teacher_id       text not null references people (id),
  status           text not null check (status in ('pending', 'active', 'paused', 'ended')),
  version          integer not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (organization_id, id),
  check (coach_id <> teacher_id)
);
create index mentorships_of_coach on mentorships (organization_id, coach_id);
create index mentorships_of_teacher on mentorships (organization_id, teacher_id);
call protect('mentorships');

-- Adding fifteen minutes never depends on a time zone, which PostgreSQL cannot know of `timestamptz + interval`.
create function quarter_hour_from(start timestamptz) returns tstzrange
  language sql immutable parallel safe
  return tstzrange(start, start + interval '15 minutes');

create extension if not exists btree_gist;

create table mentorship_sessions (
  organization_id   uuid not null,
  id                uuid not null,
  mentorship_id     uuid not null,
  scheduled_at      timestamptz not null,
  duration_minutes  integer not null check (duration_minutes between 15 and 480),
  timezone          text not null,
  notes             text,
  status            text not null check (status in ('scheduled', 'confirmed', 'completed', 'cancelled', 'missed')),
  agora_channel     text,
  cancelled_at      timestamptz,
  cancelled_by      text,
  completed_at      timestamptz,
  version           integer not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, mentorship_id) references mentorships (organization_id, id),
  -- Start times under 15 minutes apart are impossible, whatever races: two quarters of an hour that begin at
  -- them would overlap.
  constraint mentorship_sessions_apart exclude using gist (
    organization_id with =, mentorship_id with =, quarter_hour_from(scheduled_at) with &&
  ) where (status <> 'cancelled')
);
create index mentorship_sessions_by_time on mentorship_sessions (organization_id, scheduled_at, id);
create index mentorship_sessions_of_mentorship
  on mentorship_sessions (organization_id, mentorship_id, scheduled_at, id);
call protect('mentorship_sessions');
