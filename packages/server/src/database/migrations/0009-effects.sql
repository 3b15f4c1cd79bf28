-- What the server does for the world outside because something happened: an e-mail to one address, a push to one
-- device, a webhook to one endpoint. A row for each, written in the transaction of what it follows from.
create table effects (
  -- The nil UUID for what belongs to no organization, such as a password reset.
  organization_id  uuid not null,
  -- Made of what it follows from and whom it is for: planned twice, it is still one. The receiver sees it in
  -- Message-ID and webhook-id, and can drop a repeat by it.
  id               uuid not null,
  channel          text not null check (channel in ('email', 'push', 'webhook')),
  kind             text not null,
  event_id         uuid,
  -- person:…, invite:…, contact:…, device:…, endpoint:…
  recipient        text not null,
  -- To one recipient, all that concerns one subject goes out in the order of `sequence`.
  subject_id       text not null,
  -- An e-mail address, or the host of a URL. Redacted with the content.
  address          text,
  -- JSON, encrypted where `sealed`; null once it is redacted.
  content          text,
  sealed           boolean not null,
  state            text not null check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  -- All attempts, and those since it was planned or last sent anew.
  attempts         integer not null default 0,
  tries            integer not null default 0,
  due_at           timestamptz not null,
  -- What the last attempt came to, for people to read.
  outcome          text,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  sequence         bigint generated always as identity,
  primary key (organization_id, id)
);
create index effects_by_time on effects (organization_id, created_at desc, id desc);
create index effects_of_event on effects (organization_id, event_id);
create index effects_of_recipient on effects (organization_id, recipient, created_at desc, id desc);
create index effects_line on effects (organization_id, channel, recipient, subject_id, sequence)
  where state = 'waiting';
create index effects_failed on effects (organization_id, created_at desc, id desc) where state = 'failed';
-- For what is deleted after a while.
create index effects_by_age on effects (updated_at) where state <> 'waiting';
call protect('effects');

create table effect_attempts (
  organization_id  uuid not null,
  effect_id        uuid not null,
  attempt          integer not null,
  started_at       timestamptz not null,
  milliseconds     integer not null,
  result           text not null check (result in ('delivered', 'unreachable', 'refused', 'dropped')),
  -- The receiver's own code: of HTTP, of SMTP.
  status           integer,
  detail           text,
  primary key (organization_id, effect_id, attempt),
  foreign key (organization_id, effect_id) references effects (organization_id, id) on delete cascade
);
call protect('effect_attempts');

-- How far a follower has come with the events of one subject.
create table event_cursors (
  organization_id  uuid not null,
  follower         text not null,
  subject_id       text not null,
  position         bigint not null,
  primary key (organization_id, follower, subject_id)
);
call protect('event_cursors');

-- Followers and readers of a stream go by position; so does the audit trail's filter by subject.
drop index events_by_subject;
create index events_by_subject on events (organization_id, subject_id, position);
create index events_of_organization on events (organization_id, position) where position is not null;

-- Addresses that want no reminders of an organization; members and invited people alike.
create table reminder_opt_outs (
  organization_id  uuid not null references organizations (id),
  -- emailKey of kernel/email.ts.
  email_key        text not null,
  created_at       timestamptz not null,
  primary key (organization_id, email_key)
);
call protect('reminder_opt_outs');
