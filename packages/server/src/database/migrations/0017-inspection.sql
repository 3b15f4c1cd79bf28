-- The job that is at work on an effect: another one for the same effect leaves it alone.
alter table effects add column taken_by uuid;

-- What inspection asks for, newest first.
create index effects_of_subject on effects (organization_id, subject_id, created_at desc, id desc);
create index effects_of_kind on effects (organization_id, kind, created_at desc, id desc);
create index effects_dropped on effects (organization_id, created_at desc, id desc) where state = 'dropped';

-- What happened before there were followers is not told to anybody now.
alter table event_positions add column before_followers bigint not null default 0;
update event_positions set before_followers = last;
