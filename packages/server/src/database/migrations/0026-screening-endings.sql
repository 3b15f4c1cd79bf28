-- `disqualified`: ended politely by an answer, reviewed by nobody. It reads `expired`, as expires_at is then.
alter table screening_sessions
  drop constraint screening_sessions_status_check,
  add constraint screening_sessions_status_check check (status in ('active', 'completed', 'disqualified'));

-- Solutions of proof-of-work challenges that started a session: each counts once. They belong to no organization, and
-- are gone once nobody could use them any more.
create table spent_solutions (
  digest      text primary key,
  expires_at  timestamptz not null
);
create index spent_solutions_by_expiry on spent_solutions (expires_at);
