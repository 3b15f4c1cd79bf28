-- What was recorded in our own rooms: one row for each stretch on the record, one for each person's track in it.

create table room_recordings (
  organization_id   uuid not null,
  id                uuid not null,
  room_id           uuid not null,
  -- From 1, in the order in which they began: the manifests are chained in it.
  number            integer not null,
  started_at        timestamptz not null,
  started_by        uuid,
  stopped_at        timestamptz,
  -- Cut short by a crash: the files hold what was written up to then.
  interrupted       boolean not null default false,
  finished_at       timestamptz,
  -- SHA-256 of the manifest as it lies in the folder, and of the one before it; hexadecimal.
  manifest_sha256   text,
  previous_sha256   text,
  primary key (organization_id, id),
  unique (organization_id, room_id, number),
  foreign key (organization_id, room_id) references rooms (organization_id, id)
);
-- A room records one thing at a time.
create unique index room_recordings_running on room_recordings (organization_id, room_id) where stopped_at is null;
call protect('room_recordings');

create table room_recording_files (
  organization_id  uuid not null,
  recording_id     uuid not null,
  name             text not null,
  participant_id   uuid not null,
  source           text not null,
  started_at       timestamptz not null,
  milliseconds     integer not null,
  bytes            bigint not null,
  sha256           text not null,
  primary key (organization_id, recording_id, name),
  foreign key (organization_id, recording_id) references room_recordings (organization_id, id)
);
call protect('room_recording_files');
