-- When a room was opened anew because its session, in which nobody had met, was moved, or when it had ended before that:
-- who came up to then came to nothing, and is not in the report.
alter table rooms add column since timestamptz;
