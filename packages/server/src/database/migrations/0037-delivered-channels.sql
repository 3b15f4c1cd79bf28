-- The channels that some process delivers, such as e-mail where there is a mail server. What is planned for the others
-- waits without a job: jobs that nobody takes would be in the way of each look for those that somebody does.
create table delivered_channels (
  channel  text primary key check (channel in ('email', 'push', 'webhook'))
);

-- Planned while nobody delivered its channel: it has no job yet.
alter table effects add column unqueued boolean not null default false;
create index effects_unqueued on effects (channel, sequence) where unqueued;
