-- For calendars: what somebody created, by start.
create index live_sessions_of_creator on live_sessions (organization_id, created_by, scheduled_at, id);
