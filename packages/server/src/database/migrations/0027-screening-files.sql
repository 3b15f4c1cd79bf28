-- What prospects upload as answers. In the database, so that what holds of answers holds of them: they commit with
-- them, are the organization's alone, are in its backup, and go with them.
create table screening_files (
  organization_id  uuid not null,
  id               uuid not null,
  session_id       uuid not null,
  name             text not null,
  -- As its bytes say, whatever its sender said.
  type             text not null,
  size             integer not null check (size between 1 and 10485760),
  -- SHA-256 of the content.
  digest           bytea not null,
  content          bytea not null check (octet_length(content) = size),
  created_at       timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, session_id) references screening_sessions (organization_id, id) on delete cascade
);
create index screening_files_of_session on screening_files (organization_id, session_id);
-- Most of it is compressed already.
alter table screening_files alter column content set storage external;
call protect('screening_files');
