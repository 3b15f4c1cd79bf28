-- Who decided: a person or an API key; null for what was decided before anybody wrote it down.
-- Since when a session waits for its review: from the moment when its prospect finished.
alter table screening_sessions
  add column reviewed_by text,
  add column completed_at timestamptz;

set local convene.system = 'on';
update screening_sessions set completed_at = coalesce(reviewed_at, updated_at) where status = 'completed';
set local convene.system = 'off';

alter table screening_sessions
  add check ((status = 'completed') = (completed_at is not null)),
  add check (reviewed_by is null or reviewed_at is not null);

-- The queue, and that of one template: who has waited longest comes first.
create index screening_sessions_queue on screening_sessions (organization_id, completed_at, id)
  where status = 'completed' and review_status = 'pending_review';
create index screening_sessions_queue_of_template
  on screening_sessions (organization_id, workflow_template_id, completed_at, id)
  where status = 'completed' and review_status = 'pending_review';
-- What was decided, the latest first.
create index screening_sessions_decided on screening_sessions (organization_id, reviewed_at desc, id desc)
  where reviewed_at is not null;
-- Enough to count them all without reading a row. Answers change none of it.
create index screening_sessions_counted
  on screening_sessions (organization_id, workflow_template_id, review_status, status, expires_at);
