-- How many sessions a list has, so that a total need not count them (database/counts.ts). A write appends what it
-- changes, and waits for nobody; the fold adds the changes up. What both tables say in one snapshot is exact.

create table session_counts (
  organization_id  uuid not null,
  -- The product whose list it is.
  list             text collate "C" not null,
  -- What is counted by itself: a mentorship, a workflow template; all of the organization's under its own id.
  part             uuid not null,
  state            text collate "C" not null,
  many             bigint not null,
  primary key (organization_id, list, part, state)
)
-- A fold updates rows where they stand.
with (fillfactor = 70);
call protect('session_counts');

create table session_count_changes (
  organization_id  uuid not null,
  list             text collate "C" not null,
  part             uuid not null,
  state            text collate "C" not null,
  change           bigint not null,
  id               bigint not null generated always as identity,
  primary key (organization_id, list, part, state, id)
)
-- Every row is soon deleted. The fold clears away what is left of them, autovacuum where the fold may not; how many there
-- were when somebody happened to look says nothing, so nobody looks.
with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000, autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 2000000000,
  vacuum_index_cleanup = on, vacuum_truncate = off);
call protect('session_count_changes');

-- One trigger for each statement that inserts or deletes, however many rows it writes; one for each row that moves from
-- one count to another, and none for the many updates that do not. Written out for each table, because a statement that
-- is put together when it runs would be planned each time.

create function count_mentorship_sessions() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'mentorship', mentorship_id, status, count(*) from written group by 1, 3, 4;
  elsif tg_op = 'DELETE' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'mentorship', mentorship_id, status, -count(*) from written group by 1, 3, 4;
  else
    insert into session_count_changes (organization_id, list, part, state, change) values
      (old.organization_id, 'mentorship', old.mentorship_id, old.status, -1),
      (new.organization_id, 'mentorship', new.mentorship_id, new.status, 1);
  end if;
  return null;
end $$;
create trigger count_inserted after insert on mentorship_sessions referencing new table as written
  for each statement execute function count_mentorship_sessions();
create trigger count_deleted after delete on mentorship_sessions referencing old table as written
  for each statement execute function count_mentorship_sessions();
create trigger count_moved after update on mentorship_sessions for each row
  when ((old.mentorship_id, old.status) is distinct from (new.mentorship_id, new.status))
  execute function count_mentorship_sessions();

create function count_depositions() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'depositions', organization_id, state, count(*) from written group by 1, 4;
  elsif tg_op = 'DELETE' then
    insert into session_count_changes (organization_id, list, part, state, change)
    select organization_id, 'depositions', organization_id, state, -count(*) from written group by 1, 4;
  else
    insert into session_count_changes (organization_id, list, part, state, change) values
      (old.organization_id, 'depositions', old.organization_id, old.state, -1),
      (new.organization_id, 'depositions', new.organization_id, new.state, 1);
  end if;
  return null;
end $$;
create trigger count_inserted after insert on depositions referencing new table as written
  for each statement execute function count_depositions();
create trigger count_deleted after delete on depositions referencing old table as written
  for each statement execute function count_depositions();
create trigger count_moved after update on depositions for each row
  when ((old.organization_id, old.state) is distinct from (new.organization_id, new.state))
  execute function count_depositions();

-- What is there already. The triggers keep writers out until this is committed, so nothing comes in between.
set local convene.system = 'on';
insert into session_counts (organization_id, list, part, state, many)
select organization_id, 'mentorship', coalesce(mentorship_id, organization_id), status, count(*)
from mentorship_sessions group by grouping sets ((organization_id, status), (organization_id, mentorship_id, status));
insert into session_counts (organization_id, list, part, state, many)
select organization_id, 'depositions', organization_id, state, count(*) from depositions group by 1, 4;
set local convene.system = 'off';
