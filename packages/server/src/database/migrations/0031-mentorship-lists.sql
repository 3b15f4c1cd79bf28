-- Each list of mentorship's sessions is read from an index in its order, and counted from an index alone.

create index mentorship_sessions_by_status on mentorship_sessions (organization_id, status, scheduled_at, id);

-- With the status beside it: whose own sessions are listed by status has them found without reading each.
create index mentorship_sessions_of_seat
  on mentorship_sessions (organization_id, mentorship_id, scheduled_at, id) include (status);
drop index mentorship_sessions_of_mentorship;
alter index mentorship_sessions_of_seat rename to mentorship_sessions_of_mentorship;
