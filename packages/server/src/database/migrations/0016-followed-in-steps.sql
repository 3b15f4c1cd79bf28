-- Where a follower goes on in the middle of an event that concerns too many people for one transaction.
alter table event_cursors add column rest text;

-- SEQUENCE of the session's calendar entry (RFC 5546, 2.1.4): how often it was moved, cancelled, or taken from somebody's
-- calendar. A column, because tens of thousands of registrations may stand among the events that count.
alter table live_sessions add column calendar_sequence integer not null default 0;
