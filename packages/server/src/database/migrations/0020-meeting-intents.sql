-- A meeting at a provider that a deposition is about to have. It is committed before the provider is asked, outside
-- any transaction, and is gone once the deposition has its meeting; what a crash leaves is found by it and removed.

create table meeting_intents (
  organization_id  uuid not null references organizations (id),
  -- Goes with the meeting to the provider, where it is found again by it.
  id               uuid not null,
  -- Of the deposition that is to be: nothing refers to it but the slug that is held for it.
  deposition_id    integer not null,
  -- Under which Idempotency-Key it came: caller, route and key; null without one.
  idempotency_key  text,
  fingerprint      text,
  -- asking: the provider is being asked. made: the meeting is there. unwanted: it is to be removed. used: the
  -- deposition has it, and another may yet turn up that was asked for before without an answer.
  state            text not null check (state in ('asking', 'made', 'unwanted', 'used')),
  -- Who works on it: each taking over counts one more, so that whoever was slower changes nothing.
  attempt          integer not null,
  -- Until then nobody else takes it over.
  held_until       timestamptz not null,
  asked_at         timestamptz not null,
  -- The provider may have a meeting of which we do not know.
  in_doubt         boolean not null,
  meeting          jsonb,
  primary key (organization_id, id),
  unique (organization_id, deposition_id),
  unique (organization_id, idempotency_key),
  check (state not in ('made', 'used') or meeting is not null)
);
call protect('meeting_intents');
