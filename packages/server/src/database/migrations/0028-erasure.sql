-- What phone numbers are compared by: `phoneKey` of kernel/phone.ts. Several contacts can have one, such as a household.
alter table contacts
  add column phone_key text generated always as (
    regexp_replace(regexp_replace(phone, '[^0-9+]', '', 'g'), '^00', '+')) stored,
  add column erased_at timestamptz,
  add check (erased_at is null or (email is null and phone is null and name is null));
create index contacts_phone on contacts (organization_id, phone_key) where phone_key is not null;
create index contacts_by_age on contacts (organization_id, updated_at) where erased_at is null;

-- Once it is erased, a session stays as a number.
alter table screening_sessions
  add column erased_at timestamptz,
  add check (erased_at is null or (submission::text = '{}' and review_notes is null));
-- By when they ended, for what is kept only for so long.
create index screening_sessions_by_end on screening_sessions (organization_id, coalesce(reviewed_at, expires_at))
  where erased_at is null;

-- That personal data was erased: what remains to be shown of it.
create table erasure_receipts (
  organization_id    uuid not null references organizations (id),
  id                 uuid not null,
  reason             text not null check (reason in ('request', 'retention')),
  -- Refers to nothing: a contact whose old sessions were erased can be merged into another later.
  contact_id         uuid not null,
  -- The contact itself, and not only some of their sessions.
  contact_erased     boolean not null,
  sessions           integer not null,
  files              integer not null,
  mails              integer not null,
  requested_by_kind  text not null check (requested_by_kind in ('person', 'key', 'system')),
  requested_by       text,
  erased_at          timestamptz not null,
  primary key (organization_id, id),
  check ((requested_by_kind = 'system') = (requested_by is null))
);
create unique index erasure_receipts_of_contact on erasure_receipts (organization_id, contact_id)
  where contact_erased;
create index erasure_receipts_by_time on erasure_receipts (organization_id, erased_at desc, id desc);
call protect('erasure_receipts');

-- What an organization wants of its screenings. Where it has no row, it said nothing.
create table screening_settings (
  organization_id  uuid not null references organizations (id),
  -- Null: until somebody erases it.
  retention_days   integer check (retention_days between 30 and 3650),
  version          integer not null,
  updated_at       timestamptz not null,
  primary key (organization_id)
);
call protect('screening_settings');

-- Whose personal data a stored answer holds, so that it can be erased with them.
alter table idempotency_keys add column about uuid;
create index idempotency_keys_about on idempotency_keys (about) where about is not null;

-- Of what is erased, nothing stays in the mails that were captured.
create index captured_mails_of_effect on captured_mails (organization_id, effect_id);
