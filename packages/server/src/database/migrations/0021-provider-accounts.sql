-- An organization's own accounts with providers of video, which come before the operator's.
create table provider_accounts (
  organization_id  uuid not null references organizations (id),
  -- In the address to which the provider sends its notifications.
  id               uuid not null,
  provider         text not null check (provider in ('zoom', 'agora', 'livekit', 'stream')),
  -- JSON, encrypted with the deployment's secret.
  credentials      text not null,
  -- What of them may be shown: key ids and addresses.
  identifiers      jsonb not null,
  -- The person who saved it last.
  updated_by       text not null,
  version          integer not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (organization_id, id),
  constraint provider_accounts_one unique (organization_id, provider)
);
-- A notification names nothing but the account; the organization follows from it.
create unique index provider_accounts_by_id on provider_accounts (id);
call protect('provider_accounts');

-- Who does the media of a product's rooms, where the organization chose another than ourselves.
create table provider_choices (
  organization_id  uuid not null references organizations (id),
  product          text not null check (product in ('live', 'mentorship')),
  provider         text not null check (provider in ('built_in', 'agora', 'livekit', 'stream')),
  primary key (organization_id, product)
);
call protect('provider_choices');
