-- One room for each scheduled session: who may enter, who was there, what was said in writing.

create table rooms (
  organization_id  uuid not null references organizations (id),
  id               uuid not null,
  product          text not null check (product in ('depositions', 'live', 'mentorship')),
  -- The session's row: a UUID, or a deposition's integer.
  session_id       text not null,
  provider         text not null check (provider in ('built_in', 'zoom', 'agora', 'livekit', 'stream')),
  -- How the provider calls it; null for our own rooms, and until it is made there.
  reference        text,
  began_at         timestamptz,
  ended_at         timestamptz,
  -- When it was over and everybody had left, so that the report on attendance was final.
  reported_at      timestamptz,
  created_at       timestamptz not null,
  -- Drawn under the row lock: orders the room's events.
  version          integer not null default 0,
  primary key (organization_id, id),
  unique (organization_id, product, session_id)
);
-- A provider's notification names nothing but its own reference; the organization follows from it.
create unique index rooms_by_reference on rooms (provider, reference) where reference is not null;
call protect('rooms');

-- An invitation link names nothing but the invitation; the organization follows from it.
create index deposition_invites_by_id on deposition_invites (id);

create table room_participants (
  organization_id  uuid not null,
  room_id          uuid not null,
  id               uuid not null,
  -- person:<id>, invite:<id>, or provider:<its own name for them>: the same however often they come.
  key              text not null,
  name             text not null,
  role             text not null check (role in ('host', 'participant', 'viewer')),
  -- A viewer whom a host has let speak.
  may_speak        boolean not null default false,
  admitted_at      timestamptz,
  admitted_by      uuid,
  removed_at       timestamptz,
  removed_by       uuid,
  -- Whether they agreed to be recorded; null while they were not asked.
  agreed           boolean,
  agreed_at        timestamptz,
  created_at       timestamptz not null,
  primary key (organization_id, room_id, id),
  unique (organization_id, room_id, key),
  foreign key (organization_id, room_id) references rooms (organization_id, id)
);
call protect('room_participants');

-- A ticket is signed; its row is what makes it good for one coming, and revocable.
create table room_tickets (
  organization_id  uuid not null,
  id               uuid not null,
  room_id          uuid not null,
  participant_id   uuid not null,
  expires_at       timestamptz not null,
  used_at          timestamptz,
  revoked_at       timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, room_id, participant_id) references room_participants (organization_id, room_id, id)
);
create index room_tickets_of_participant on room_tickets (organization_id, room_id, participant_id);
create index room_tickets_by_expiry on room_tickets (expires_at);
call protect('room_tickets');

-- One coming and going. `left` may be heard of before `joined`.
create table room_connections (
  organization_id  uuid not null,
  room_id          uuid not null,
  id               text not null check (length(id) <= 200),
  participant_id   uuid,
  joined_at        timestamptz,
  left_at          timestamptz,
  primary key (organization_id, room_id, id),
  foreign key (organization_id, room_id) references rooms (organization_id, id),
  check (joined_at is not null or left_at is not null)
);
call protect('room_connections');

create table room_messages (
  organization_id  uuid not null,
  room_id          uuid not null,
  id               uuid not null,
  participant_id   uuid not null,
  text             text not null,
  sent_at          timestamptz not null,
  primary key (organization_id, room_id, id),
  foreign key (organization_id, room_id, participant_id) references room_participants (organization_id, room_id, id)
);
create index room_messages_by_time on room_messages (organization_id, room_id, sent_at, id);
call protect('room_messages');
