-- Where a person's pushes go: phones (Expo push tokens) and browsers (Web Push subscriptions). They belong to the
-- person and not to an organization.
create table devices (
  id             uuid primary key,
  person_id      text not null references people (id) on delete cascade,
  -- The sign-in that it was registered in: who signs out there gets no pushes there. Null where the access token came
  -- from none.
  sign_in_id     uuid references sign_ins (id) on delete cascade,
  -- The organizations for which an outside issuer may speak, where such a one vouched for who registered it.
  confined_to    uuid[],
  type           text not null check (type in ('expo', 'web')),
  name           text,
  -- Recognises the token or endpoint: it has one owner at a time, the last who registered it.
  fingerprint    text not null unique,
  -- Whose service takes the pushes, as its owner and inspection see it: Expo, or the endpoint's host.
  service        text not null,
  -- The token, or the endpoint with its keys, as JSON; encrypted with the deployment's secret.
  target         text not null,
  created_at     timestamptz not null,
  -- When it was last registered: moved by each repeat.
  registered_at  timestamptz not null
);
create index devices_of_person on devices (person_id, registered_at desc, id desc);
create index devices_of_sign_in on devices (sign_in_id) where sign_in_id is not null;

-- Whoever voids their access tokens (by signing out everywhere, by a new password) voids what was registered with
-- them. Devices of a sign-in go with the sign-in, which a change of the password may spare.
create function drop_devices_of_void_tokens() returns trigger language plpgsql as $$
begin
  delete from devices where person_id = new.id and sign_in_id is null;
  return null;
end $$;
create trigger drop_devices after update of tokens_valid_after on people
  for each row execute function drop_devices_of_void_tokens();

-- Pushes that Expo has taken: what became of them at Apple's or Google's, its receipts say later.
create table push_tickets (
  organization_id  uuid not null,
  effect_id        uuid not null,
  ticket           text not null,
  device_id        uuid not null,
  sent_at          timestamptz not null,
  -- When to ask for the receipt next.
  due_at           timestamptz not null,
  primary key (organization_id, effect_id),
  foreign key (organization_id, effect_id) references effects (organization_id, id) on delete cascade
);
create index push_tickets_by_due on push_tickets (due_at);
call protect('push_tickets');
