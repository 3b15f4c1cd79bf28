-- The order in which events became visible, which PostgreSQL itself does not show: given by the relay, one after
-- another without a gap, so that a reader who has seen position n misses nothing by asking for what is after n.
alter table events add column position bigint;
create unique index events_by_position on events (position) where position is not null;

-- Drawn at the insert, under the subject's row lock: it orders one subject's events, and says nothing of others'.
alter table events add column sequence bigint generated always as identity;
create index events_unplaced on events (sequence) where position is null;

-- The last position given. One row: its lock keeps two relays from giving the same one.
create table event_positions (
  one_row  boolean primary key default true check (one_row),
  last     bigint not null
);
insert into event_positions (last) values (0);
