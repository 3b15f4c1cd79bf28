-- For the daily look, over all organizations, for sessions that wait for a review and will not wait much longer.
create index screening_sessions_waiting on screening_sessions (organization_id, expires_at)
  where status = 'completed' and review_status = 'pending_review';
