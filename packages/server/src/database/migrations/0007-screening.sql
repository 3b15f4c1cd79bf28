-- Prospects. A session begins with a contact of its own, of whom nothing is known yet.
create table contacts (
  organization_id  uuid not null references organizations (id),
  id               uuid not null,
  email            text,
  -- What addresses are compared by; see invitations.
  email_key        text generated always as (lower(email collate "C")) stored,
  phone            text,
  name             text,
  version          integer not null,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  primary key (organization_id, id)
);
create unique index contacts_email on contacts (organization_id, email_key) where email_key is not null;
create index contacts_by_time on contacts (organization_id, created_at desc, id);
call protect('contacts');

create table workflow_templates (
  organization_id    uuid not null references organizations (id),
  id                 uuid not null,
  -- Part of a public address, so one of its kind among all organizations.
  slug               text not null,
  name               text not null,
  status             text not null check (status in ('draft', 'published')),
  -- The questions that new sessions begin with: a row of workflow_questions.
  questions_version  integer not null,
  version            integer not null,
  created_at         timestamptz not null,
  updated_at         timestamptz not null,
  primary key (organization_id, id)
);
create unique index workflow_templates_slug on workflow_templates (slug);
create index workflow_templates_by_time on workflow_templates (organization_id, created_at desc, id);
call protect('workflow_templates');

-- Never changed: a running session keeps the questions that it began with. `json` and not `jsonb`, because the
-- order of members and the spelling of numbers are the author's.
create table workflow_questions (
  organization_id       uuid not null,
  workflow_template_id  uuid not null,
  version               integer not null,
  questions             json not null,
  created_at            timestamptz not null,
  primary key (organization_id, workflow_template_id, version),
  foreign key (organization_id, workflow_template_id) references workflow_templates (organization_id, id)
);
call protect('workflow_questions');

create table screening_sessions (
  organization_id       uuid not null,
  id                    uuid not null,
  contact_id            uuid not null,
  workflow_template_id  uuid not null,
  questions_version     integer not null,
  -- `json`, because answers are shown in the order of the questions.
  submission            json not null,
  -- `expired` is not stored: it is true of an unreviewed session from expires_at on.
  status                text not null check (status in ('active', 'completed')),
  review_status         text not null check (review_status in ('pending_review', 'approved', 'denied')),
  review_notes          text,
  reviewed_at           timestamptz,
  token_hash            text not null,
  version               integer not null,
  created_at            timestamptz not null,
  updated_at            timestamptz not null,
  expires_at            timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id),
  foreign key (organization_id, workflow_template_id, questions_version)
    references workflow_questions (organization_id, workflow_template_id, version),
  check ((review_status = 'pending_review') = (reviewed_at is null)),
  check (review_status = 'pending_review' or status = 'completed')
);
create unique index screening_sessions_token on screening_sessions (token_hash);
create index screening_sessions_by_time on screening_sessions (organization_id, created_at desc, id);
create index screening_sessions_of_contact
  on screening_sessions (organization_id, contact_id, created_at desc, id);
create index screening_sessions_of_template
  on screening_sessions (organization_id, workflow_template_id, created_at desc, id);
create index screening_sessions_by_status
  on screening_sessions (organization_id, status, created_at desc, id);
create index screening_sessions_by_review
  on screening_sessions (organization_id, review_status, created_at desc, id);
call protect('screening_sessions');
