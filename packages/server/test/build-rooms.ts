import assert from "node:assert/strict";
import { roomParts } from "../src/composition/room-parts.ts";
import { readConfig } from "../src/config.ts";
import { minutes, plus } from "../src/kernel/clock.ts";
import { refuse } from "../src/kernel/errors.ts";
import { newId } from "../src/kernel/ids.ts";
import { createVault, type Vault } from "../src/kernel/vault.ts";
import type { Entry, RoomBook } from "../src/rooms/book.ts";
import { createRoomBook, type RoomParts } from "../src/rooms/index.ts";
import { invitationToken } from "../src/rooms/invitation.ts";
import type { Api } from "./api.ts";
import { depositionRequest } from "./build-depositions.ts";
import { must } from "./build-mentorship.ts";
import type { BuiltPerson } from "./builders.ts";
import { secrets, type TestServer } from "./server.ts";

export interface RoomsOf {
  parts: RoomParts;
  book: RoomBook;
  vault: Vault;
  /** Gets a ticket and takes it. */
  enter(api: Api, pathId: string, body?: object): Promise<Entry>;
}

/** The rooms of a test server as one of its processes knows them. There is no provider outside. */
export function roomsOf({ server, clock }: Pick<TestServer, "server" | "clock">): RoomsOf {
  const vault = createVault(secrets.secret);
  const config = readConfig({ PUBLIC_URL: "http://convene.test" });
  const provide = async () => {
    throw refuse("unavailable", "no provider in this test");
  };
  const parts = roomParts({ config, accounts: { provide }, database: server.database, clock, vault });
  const book = createRoomBook(parts);
  return {
    ...{ parts, book, vault },
    enter: async (api, pathId, body) =>
      book.redeem(must(201, await api.post(`/api/rooms/${pathId}/tickets`, body)).ticket),
  };
}

/** A deposition that is about to begin, with one of everybody who can stand towards it. */
export interface DepositionWorld {
  organizationId: string;
  /** Its row, and the id in its page's address. */
  sessionId: string;
  pathId: string;
  people: Record<"host" | "invited" | "coach" | "manager" | "teacher" | "foreigner", BuiltPerson>;
  as: Record<"host" | "invited" | "coach" | "manager" | "teacher" | "foreigner", Api>;
  /** Without any credential. */
  anybody: Api;
  /** The address, invite and token of somebody who has no account. */
  guest: { email: string; id: string; invitation: string };
  /** Of the deponent, whose name is known. */
  deponent: { id: string; invitation: string };
}

/** An hour's deposition that starts so many minutes from now. */
export async function buildDepositionRoom(
  server: TestServer,
  minutesAhead = 10,
  details: Record<string, unknown> = {},
): Promise<DepositionWorld> {
  const { build, clock, db } = server;
  const organizationId = await build.organization();
  const people = {
    host: await build.member(organizationId, "Teacher"),
    invited: await build.member(organizationId, "Teacher"),
    coach: await build.member(organizationId, "Coach"),
    manager: await build.member(organizationId, "Manager"),
    teacher: await build.member(organizationId, "Teacher"),
    foreigner: await build.member(await build.organization(), "OrganizationAdmin"),
  };
  const as = Object.fromEntries(
    Object.entries(people).map(([who, { token }]) => [who, server.api(token)]),
  ) as DepositionWorld["as"];
  const guestEmail = `${newId()}@example.com`;
  const request = depositionRequest({
    session: { remote_session_id: `room-${newId()}`, ...wallTime(plus(clock(), minutes(minutesAhead))) },
    details,

    invites: [
      { email: people.host.email, access_level: "host" },
      { email: people.invited.email },
      { email: guestEmail, access_level: "participant" },
    ],
  });
  const [made] = must(201, await as.coach.post("/api/v1/sessions", request)).requests;
  const sessionId = String(made.id);
  const vault = createVault(secrets.secret);
  const inviteOf = async (email: string) => {
    const [row] = await db.query<{ id: string }>(
      "select id from deposition_invites where deposition_id = $1 and email = $2",
      [sessionId, email],
    );
    assert.ok(row, email);
    return { id: row.id, invitation: invitationToken(vault, row.id) };
  };
  return {
    ...{ organizationId, sessionId, pathId: made.remote_session_id, people, as },
    anybody: server.api(),
    guest: { email: guestEmail, ...(await inviteOf(guestEmail)) },
    deponent: await inviteOf("malachite@example.com"),
  };
}

/** As a scheduling request writes it, in UTC. */
function wallTime(instant: Date) {
  const [date = "", time = ""] = instant.toISOString().split("T");
  const hour = Number(time.slice(0, 2));
  const clock = `${String(hour % 12 || 12).padStart(2, "0")}:${time.slice(3, 5)} ${hour < 12 ? "AM" : "PM"}`;
  return { start_date: date, start_time: clock, time_zone: "UTC", estimated_duration: 1 };
}
