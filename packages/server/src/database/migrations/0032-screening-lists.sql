-- A session's state (status, review and end in one word) changes with time, and an index does not. So that it is over is
-- written down a while later (operations/note-expired.ts), and a session's state as of what was written down
-- is kept: lists and totals read it, and look at expires_at only of those that are noted as not over.
alter table screening_sessions
  add column expiry_noted boolean not null default false,
  add column noted_state text collate "C" not null generated always as (
    case
      when review_status <> 'pending_review' then review_status
      when status = 'disqualified' then 'disqualified'
      when expiry_noted then 'expired'
      when status = 'completed' then 'waiting'
      else 'active'
    end) stored;

-- For lists by status and by review, which are made of the lists of a few states.
create index screening_sessions_by_state on screening_sessions (organization_id, noted_state, created_at desc, id);
drop index screening_sessions_by_status;
drop index screening_sessions_by_review;

-- Those that are not over, or were not when somebody looked last, by when they are.
create index screening_sessions_unexpired on screening_sessions (organization_id, expires_at)
  include (noted_state, workflow_template_id) where noted_state in ('active', 'waiting');
drop index screening_sessions_waiting;
drop index screening_sessions_counted;

create function count_screening_sessions() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'screening', workflow_template_id, noted_state, count(*) from written group by 1, 3, 4;
  elsif tg_op = 'DELETE' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'screening', workflow_template_id, noted_state, -count(*) from written group by 1, 3, 4;
  else
    insert into session_count_changes (organization_id, list, part, state, change) values
      (old.organization_id, 'screening', old.workflow_template_id, old.noted_state, -1),
      (new.organization_id, 'screening', new.workflow_template_id, new.noted_state, 1);
  end if;
  return null;
end $$;
create trigger count_inserted after insert on screening_sessions referencing new table as written
  for each statement execute function count_screening_sessions();
create trigger count_deleted after delete on screening_sessions referencing old table as written
  for each statement execute function count_screening_sessions();
create trigger count_moved after update on screening_sessions for each row
  when ((old.workflow_template_id, old.noted_state) is distinct from (new.workflow_template_id, new.noted_state))
  execute function count_screening_sessions();

set local convene.system = 'on';
insert into session_counts (organization_id, list, part, state, many)
select organization_id, 'screening', coalesce(workflow_template_id, organization_id), noted_state, count(*)
from screening_sessions
group by grouping sets ((organization_id, noted_state), (organization_id, workflow_template_id, noted_state));
set local convene.system = 'off';
