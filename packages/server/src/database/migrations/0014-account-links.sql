alter table people
  -- An IANA name: how times in this person's mails are shown. Null where they have not said.
  add column time_zone          text,
  -- When a link that was mailed to the address was used; null until one is.
  add column email_verified_at  timestamptz;

-- Links that are mailed to people: whoever uses one has read what was sent to `email`. Of one purpose, a person's
-- newest alone counts; those before it are kept for as long as they are counted.
create table account_links (
  id          uuid primary key,
  person_id   text not null references people (id) on delete cascade,
  purpose     text not null check (purpose in ('email_verification', 'password_reset')),
  email       text not null,
  token_hash  text not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  -- When it was used, or another one took its place.
  ended_at    timestamptz
);
create unique index account_links_open on account_links (person_id, purpose) where ended_at is null;
create index account_links_of_person on account_links (person_id, purpose, created_at);

-- The token that is shown to whoever invites proves nothing about the address; the one in the mail does.
alter table invitations
  add column mailed_token_hash  text unique,
  add column mailed_at          timestamptz,
  add column mailings           integer not null default 0;

-- Whose calendar a session stands in goes by the address that was invited. A column, as in invitations.
alter table deposition_invites
  add column email_key text not null generated always as (lower(email collate "C")) stored;
create index deposition_invites_of_address on deposition_invites (organization_id, email_key)
  where removed_at is null;

-- A person's private calendar feed: whoever knows its URL may read it, so the row holds the hash alone.
create table calendar_feeds (
  person_id     text primary key references people (id) on delete cascade,
  token_hash    text not null unique,
  created_at    timestamptz not null,
  last_read_at  timestamptz
);
