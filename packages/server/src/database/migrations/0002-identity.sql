create table organizations (
  id            uuid primary key,
  slug          text not null unique,
  name          text not null,
  plan          text not null check (plan in ('starter', 'team', 'enterprise')),
  self_service  boolean not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

-- People exist apart from organizations: one person may be a member of several, or of none.
create table people (
  id                  text primary key,
  email               text not null,
  first_name          text not null,
  last_name           text not null,
  avatar_url          text,
  password_hash       text,
  platform_admin      boolean not null default false,
  -- Access tokens issued at or before this instant are void: signing out everywhere sets it. 1970 until then.
  tokens_valid_after  timestamptz not null,
  created_at          timestamptz not null,
  updated_at          timestamptz not null
);
create unique index people_email on people (lower(email));

create table members (
  organization_id  uuid not null references organizations (id),
  person_id        text not null references people (id),
  role             text not null check (role in ('Teacher', 'Coach', 'Manager', 'OrganizationAdmin')),
  created_at       timestamptz not null,
  primary key (organization_id, person_id)
);
create index members_of_person on members (person_id);
create index members_by_time on members (organization_id, created_at, person_id);
-- The last administrator is looked for under a lock, whenever one steps down.
create index members_administrators on members (organization_id) where role = 'OrganizationAdmin';
call protect('members');

create table invitations (
  organization_id  uuid not null references organizations (id),
  id               uuid not null,
  email            text not null,
  -- What addresses are compared by: emailKey of kernel/email.ts, whatever the database's locale. A column rather
  -- than an index on an expression: under row-level security no condition reaches an index through a function
  -- that is not leakproof, as lower is not.
  email_key        text not null generated always as (lower(email collate "C")) stored,
  role             text not null check (role in ('Teacher', 'Coach', 'Manager', 'OrganizationAdmin')),
  token_hash       text not null unique,
  invited_by       text not null,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  accepted_at      timestamptz,
  revoked_at       timestamptz,
  primary key (organization_id, id)
);
create unique index invitations_open on invitations (organization_id, email_key)
  where accepted_at is null and revoked_at is null;
create index invitations_by_time on invitations (organization_id, created_at desc, id desc);
call protect('invitations');

-- A sign-in: the cookie holds its id and the secret, the row the secret's hash. Its access tokens name its id.
create table sign_ins (
  id                       uuid primary key,
  person_id                text not null references people (id) on delete cascade,
  secret_hash              text not null,
  current_organization_id  uuid references organizations (id),
  ip                       text,
  user_agent               text,
  created_at               timestamptz not null,
  expires_at               timestamptz not null
);
create index sign_ins_of_person on sign_ins (person_id);
create index sign_ins_by_age on sign_ins (expires_at);

create table api_keys (
  organization_id  uuid not null references organizations (id),
  id               text not null unique,
  name             text not null,
  secret_hash      text not null,
  scopes           text[] not null,
  created_by       text not null,
  created_at       timestamptz not null,
  expires_at       timestamptz,
  last_used_at     timestamptz,
  revoked_at       timestamptz,
  primary key (organization_id, id)
);
create index api_keys_by_time on api_keys (organization_id, created_at desc, id desc);
call protect('api_keys');

-- A person as a trusted outside issuer names them.
create table external_identities (
  issuer     text not null,
  subject    text not null,
  person_id  text not null references people (id) on delete cascade,
  linked_at  timestamptz not null,
  primary key (issuer, subject)
);

create table signing_keys (
  id           text primary key,
  public_jwk   jsonb not null,
  -- The private half, encrypted with the deployment's secret.
  private_jwe  text not null,
  created_at   timestamptz not null
);

-- Every server process remembers who may do what; these tell it within moments what to forget. Triggers rather
-- than application code, so that a correction made by hand in psql takes effect as well.
create function announce_identity_change() returns trigger language plpgsql as $$
declare
  gone jsonb := to_jsonb(old);
begin
  perform pg_notify('convene_identity', case tg_table_name
    when 'people' then 'person:' || (gone ->> 'id')
    when 'members' then 'person:' || (gone ->> 'person_id')
    when 'api_keys' then 'key:' || (gone ->> 'id')
    when 'sign_ins' then 'sign_in:' || (gone ->> 'id')
    else 'organization:' || (gone ->> 'id')
  end);
  return null;
end $$;

create trigger announce after update of platform_admin, tokens_valid_after or delete on people
  for each row execute function announce_identity_change();
create trigger announce after update or delete on members
  for each row execute function announce_identity_change();
create trigger announce after update of current_organization_id, expires_at, secret_hash or delete on sign_ins
  for each row execute function announce_identity_change();
create trigger announce after update of revoked_at, scopes, expires_at, secret_hash or delete on api_keys
  for each row execute function announce_identity_change();
create trigger announce after update of plan, self_service or delete on organizations
  for each row execute function announce_identity_change();

-- A new membership matters too: its person is remembered with the memberships that they had before.
create function announce_new_member() returns trigger language plpgsql as $$
begin
  perform pg_notify('convene_identity', 'person:' || new.person_id);
  return null;
end $$;
create trigger announce_new after insert on members
  for each row execute function announce_new_member();
