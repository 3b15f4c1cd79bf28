-- What a client shows that can send no header: good once, for a minute.
create table stream_tickets (
  organization_id  uuid not null references organizations (id),
  secret_hash      text not null,
  -- The credential of whoever asked for it, encrypted with the deployment's secret: whoever shows the ticket is
  -- authenticated by it, so a ticket is worth no more than what it was given for.
  credentials      text not null,
  expires_at       timestamptz not null,
  primary key (organization_id, secret_hash)
);
create index stream_tickets_by_age on stream_tickets (expires_at);
call protect('stream_tickets');
