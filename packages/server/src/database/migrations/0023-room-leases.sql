-- Which server process holds a room at present: one, and while it gives signs of life.

create table room_leases (
  organization_id  uuid not null,
  room_id          uuid not null,
  -- Of the process, drawn when it starts.
  holder           uuid not null,
  -- Where browsers reach it (ROOMS_URL).
  url              text not null,
  -- The last sign of life: by the server's clock, which attendance goes by.
  seen_at          timestamptz not null,
  -- By the database's own clock, the same for all processes: after it another may take the room.
  expires_at       timestamptz not null,
  primary key (organization_id, room_id),
  foreign key (organization_id, room_id) references rooms (organization_id, id)
);
create index room_leases_of_holder on room_leases (holder);
create index room_leases_by_expiry on room_leases (expires_at);
call protect('room_leases');
