-- What was recorded in our own rooms: one row for each stretch on the record, and one for each file of it.

create table room_recordings (
  organization_id   uuid not null,
  id                uuid not null,
  room_id           uuid not null,
  -- From 1, in the order in which they began: the manifests are chained in it.
  number            integer not null check (number > 0),
  started_at        timestamptz not null,
  started_by        uuid not null,
  -- The process that runs it says every few seconds that it does, when, and for how many times: where the number
  -- stands still, it died.
  seen_at           timestamptz not null,
  beats             integer not null default 0,
  stopped_at        timestamptz,
  -- Cut short by a crash: the files hold what was written up to then.
  interrupted       boolean not null default false,
  finished_at       timestamptz,
  -- SHA-256 of the manifest as it lies in the folder, and of the one before it; hexadecimal.
  manifest_sha256   text,
  previous_sha256   text,
  -- The files are gone, and what was known of them; the row and its digest stay.
  deleted_at        timestamptz,
  primary key (organization_id, id),
  unique (organization_id, room_id, number),
  foreign key (organization_id, room_id) references rooms (organization_id, id),
  foreign key (organization_id, room_id, started_by) references room_participants (organization_id, room_id, id),
  check ((finished_at is null) = (manifest_sha256 is null)),
  check (stopped_at is not null or finished_at is null),
  check (finished_at is not null or deleted_at is null)
);
-- A room records one thing at a time.
create unique index room_recordings_running on room_recordings (organization_id, room_id) where stopped_at is null;
create index room_recordings_kept on room_recordings (stopped_at) where deleted_at is null;
call protect('room_recordings');

create table room_recording_files (
  organization_id  uuid not null,
  recording_id     uuid not null,
  name             text not null,
  -- One coming of the participant, as in room_connections.
  connection_id    text not null,
  -- Null where nobody noted who came.
  participant_id   uuid,
  sources          text[] not null,
  started_at       timestamptz not null,
  milliseconds     integer not null,
  bytes            bigint not null,
  sha256           text not null,
  primary key (organization_id, recording_id, name),
  foreign key (organization_id, recording_id) references room_recordings (organization_id, id)
);
call protect('room_recording_files');
