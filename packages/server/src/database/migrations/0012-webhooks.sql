-- Where an organization wants to be told of its events. What is sent there are rows of `effects`.
create table webhook_endpoints (
  organization_id        uuid not null references organizations (id),
  id                     uuid not null,
  url                    text not null,
  description            text not null,
  -- Types of events, `mentorship.*`, or `*` for all.
  events                 text[] not null,
  -- Encrypted with the deployment's secret. The previous one signs beside it until its time is over.
  secret                 text not null,
  previous_secret        text,
  previous_secret_until  timestamptz,
  -- Null while it is switched on.
  disabled_at            timestamptz,
  disabled_reason        text check (disabled_reason in ('switched_off', 'gone', 'failing')),
  -- The first failure since something last arrived; null when that arrived last.
  failing_since          timestamptz,
  -- Noted once a minute at most.
  last_success_at        timestamptz,
  -- A person or an API key.
  created_by             text not null,
  version                integer not null,
  created_at             timestamptz not null,
  updated_at             timestamptz not null,
  primary key (organization_id, id),
  check ((disabled_at is null) = (disabled_reason is null)),
  check ((previous_secret is null) = (previous_secret_until is null))
);
call protect('webhook_endpoints');
