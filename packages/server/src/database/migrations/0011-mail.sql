-- Mail that was not sent because no SMTP server is set, as it would have been: for trials and tests, and only for a while.
create table captured_mails (
  organization_id  uuid not null,
  id               uuid not null,
  effect_id        uuid not null,
  sender           text not null,
  recipient        text not null,
  subject          text not null,
  text_body        text not null,
  html_body        text not null,
  -- [{name, type, content}]
  attachments      jsonb not null,
  -- The message as it would have gone over the wire.
  raw              text not null,
  captured_at      timestamptz not null,
  sequence         bigint generated always as identity,
  primary key (organization_id, id)
);
create unique index captured_mails_by_sequence on captured_mails (sequence);
create index captured_mails_by_id on captured_mails (id);
create index captured_mails_by_age on captured_mails (captured_at);
call protect('captured_mails');

-- What reports a bounce knows the e-mail, and not whose it is.
create index effects_by_id on effects (id) where channel = 'email';
