import type { Statements } from "#database/tenancy.ts";
import { findReaders } from "#identity/index.ts";
import { type Actor, isPerson } from "#kernel/actor.ts";
import { refuse } from "#kernel/errors.ts";
import { isUuid } from "#kernel/ids.ts";
import { providerOf } from "#rooms/accounts/index.ts";
import { keyOf } from "#rooms/key.ts";
import type { ProviderName } from "#rooms/provider-port.ts";
import type { Entrant, RoomRole, RoomSubject, RoomsOfProduct, SubjectState } from "#rooms/subject.ts";
import type { SessionStatus } from "./lifecycle.ts";
import { followRoom } from "./operations/follow-room.ts";
import { keepRecording } from "./operations/keep-recording.ts";
import { mayManage } from "./policy.ts";
import { findPlace } from "./queue-store.ts";
import { findSeated, listRegistrants } from "./registration-store.ts";
import { findHost, readSession, type Session } from "./store.ts";

/** Up to so many seats, all who have one are seen and heard; in larger sessions they watch. */
const mostTalking = 12;

/** How many of those who have a seat are listed as expected. */
const mostExpected = 1_000;

/**
 * The host (the member whom host_id names, else the creator), the creator, and Manager and up host. Who has a seat
 * comes in as soon as the session is live; in office hours, when they are called.
 */
export const liveRooms: RoomsOfProduct = {
  product: "live",
  begins: "when_told",
  async read(tx, organizationId, sessionId) {
    const session = isUuid(sessionId) ? await readSession(tx, organizationId, sessionId) : null;
    if (!session) return null;
    return subjectOf(organizationId, session, await providerOf(tx, organizationId, "live", sessionId));
  },
  find: (tx, organizationId, pathId) => liveRooms.read(tx, organizationId, pathId),
  async recognise(tx, subject, actor) {
    const [entrant] = (await recogniseAll(tx, subject, [actor])).values();
    if (!entrant) throw refuse("forbidden", "you have no seat in this session; register first");
    return entrant;
  },
  recogniseAll,
  async expected(tx, { organizationId, sessionId }) {
    const session = await readSession(tx, organizationId, sessionId);
    return session ? listExpected(tx, organizationId, session) : [];
  },
  began: (tx, subject, course) => followRoom(tx, subject, "live", course),
  ended: (tx, subject, course) => followRoom(tx, subject, "ended", course),
  recorded: (tx, subject, url, now) => keepRecording(tx, subject, url, now),
};

async function recogniseAll(
  tx: Statements,
  { organizationId, sessionId }: Pick<RoomSubject, "organizationId" | "sessionId">,
  actors: readonly Actor[],
): Promise<Map<string, Entrant>> {
  const session = await readSession(tx, organizationId, sessionId);
  if (!session) return new Map();
  const ids = actors.map(({ id }) => id);
  const hostId = await findHost(tx, organizationId, session);
  const seated = await findSeated(tx, organizationId, sessionId, ids);
  const names = new Map((await findReaders(tx, ids)).map(({ id, name }) => [id, name]));
  const entrants = new Map<string, Entrant>();
  for (const actor of actors) {
    const { id } = actor;
    const who = { key: keyOf.person(id), name: names.get(id) ?? null, ahead: null };
    const isHost = mayManage(actor, session) || (isPerson(actor) && hostId === id);
    if (isHost) entrants.set(id, { ...who, role: "host", enters: "at_once" });
    else if (seated.has(id)) entrants.set(id, await recogniseGuest(tx, organizationId, session, id, who));
  }
  return entrants;
}

/** Somebody who has a seat. */
async function recogniseGuest(
  tx: Statements,
  organizationId: string,
  session: Session,
  personId: string,
  who: Pick<Entrant, "key" | "name" | "ahead">,
): Promise<Entrant> {
  const role = guestRole(session);
  if (session.kind !== "office_hours") return { ...who, role, enters: "when_running" };
  const place = await findPlace(tx, organizationId, session.id, personId);
  if (place.status === "called") return { ...who, role, enters: "at_once" };
  return { ...who, role, enters: "when_called", ahead: place.position && place.position - 1 };
}

const guestRole = ({ kind, maxParticipants }: Session): RoomRole =>
  kind === "office_hours" || maxParticipants <= mostTalking ? "participant" : "viewer";

async function listExpected(
  tx: Statements,
  organizationId: string,
  session: Session,
): Promise<Pick<Entrant, "key" | "name" | "role">[]> {
  const hostId = await findHost(tx, organizationId, session);
  const page = { before: session.version + 1, after: "", limit: mostExpected };
  const seats = (await listRegistrants(tx, organizationId, session.id, page))
    .filter(({ status, personId }) => status === "registered" && personId !== hostId)
    .map(({ personId }) => personId);
  const ids = hostId === null ? seats : [hostId, ...seats];
  const readers = new Map((await findReaders(tx, ids)).map(({ id, name }) => [id, name]));
  return ids.map((id) => ({
    key: keyOf.person(id),
    name: readers.get(id) ?? null,
    role: id === hostId ? "host" : guestRole(session),
  }));
}

const stateOf: Record<SessionStatus, SubjectState> = {
  scheduled: "ahead",
  live: "running",
  ended: "over",
  cancelled: "canceled",
};

const subjectOf = (organizationId: string, session: Session, provider: ProviderName): RoomSubject => ({
  ...{ organizationId, product: "live", sessionId: session.id, pathId: session.id, title: session.title },
  ...{ startsAt: session.scheduledAt, endsAt: null, timeZone: null, state: stateOf[session.status] },
  provider,
  reference: provider === "stream" ? session.streamCallId : null,
  ...{ mayBeRecorded: true, hasRecord: false, hasReactions: false },
});
