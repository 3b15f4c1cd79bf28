-- What happened, appended in the transaction that made it happen. The relay gives each a position later.
create table events (
  organization_id  uuid not null,
  id               uuid not null,
  type             text not null,
  subject_id       text not null,
  -- Orders one subject's events: drawn under its row lock.
  version          integer not null,
  payload          jsonb not null,
  occurred_at      timestamptz not null,
  -- Who did it and from where: the audit trail. The last three can be redacted.
  actor_kind       text not null check (actor_kind in ('person', 'key', 'prospect', 'system')),
  actor_id         text,
  request_id       text,
  ip               text,
  user_agent       text,
  primary key (organization_id, id)
);
create index events_by_time on events (organization_id, occurred_at desc, id desc);
create index events_by_subject on events (organization_id, subject_id, version);
-- The audit trail's filters.
create index events_by_actor on events (organization_id, actor_id, occurred_at desc, id desc);
create index events_by_type on events (organization_id, type, occurred_at desc, id desc);
call protect('events');

-- One row for each executed request that carried an Idempotency-Key; it commits together with the change.
create table idempotency_keys (
  -- The caller's organization, or the nil UUID where there is none.
  organization_id  uuid not null,
  caller           text not null,
  route            text not null,
  key              text not null,
  fingerprint      text not null,
  status           integer not null,
  -- Headers and body as JSON; encrypted where they hold a secret.
  answer           text not null,
  created_at       timestamptz not null,
  primary key (organization_id, caller, route, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);
call protect('idempotency_keys');
