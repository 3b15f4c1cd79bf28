import type { BookedParticipant, Room } from "./book.ts";
import type { Connection } from "./connections-store.ts";
import { readKey } from "./key.ts";
import type { Entrant, RoomRole } from "./subject.ts";

/** One coming and going; `leftAt` is null while somebody is there. */
interface Coming {
  joinedAt: Date;
  leftAt: Date | null;
}

/** How somebody attended, or that they did not. */
export interface Attendee {
  /** Null for who was expected and never came. */
  participantId: string | null;
  personId: string | null;
  invitationId: string | null;
  name: string | null;
  role: RoomRole;
  firstJoinedAt: Date | null;
  /** Null for who never came, or is there. */
  lastLeftAt: Date | null;
  isPresent: boolean;
  /** Whole seconds; what connections overlap counts once. */
  seconds: number;
  /** In the order in which they came. */
  comings: Coming[];
}

type Joined = Connection & { participantId: string; joinedAt: Date };

/**
 * Who attended when, first those who came first, then those who were expected and did not come. Whoever nobody saw
 * leave left with the end of the session.
 */
export function attendanceOf(
  { endedAt }: Pick<Room, "endedAt">,
  participants: readonly BookedParticipant[],
  connections: readonly Joined[],
  expected: readonly Pick<Entrant, "key" | "name" | "role">[],
  now: Date,
): Attendee[] {
  const byParticipant = Map.groupBy(connections, ({ participantId }) => participantId);
  const came = participants
    .map((participant) => attendee(participant, byParticipant.get(participant.id) ?? [], endedAt, now))
    .filter(({ comings }) => comings.length > 0)
    .sort((one, other) => Number(one.firstJoinedAt) - Number(other.firstJoinedAt));
  const present = new Set(came.map(({ participantId }) => participantId));
  const keysOfCome = new Set(participants.filter(({ id }) => present.has(id)).map(({ key }) => key));
  const absent = expected.filter(({ key }) => !keysOfCome.has(key));
  return [
    ...came,
    ...absent.map(({ key, name, role }) => attendee({ id: null, key, name, role }, [], null, now)),
  ];
}

function attendee(
  { id, key, name, role }: Pick<Entrant, "key" | "name" | "role"> & { id: string | null },
  connections: readonly Joined[],
  endedAt: Date | null,
  now: Date,
): Attendee {
  const comings = connections
    .map(({ joinedAt, leftAt }) => coming(joinedAt, leftAt ?? endedAt))
    .sort((one, other) => Number(one.joinedAt) - Number(other.joinedAt));
  const isPresent = comings.some(({ leftAt }) => leftAt === null);
  const leavings = comings.flatMap(({ leftAt }) => leftAt ?? []);
  return {
    participantId: id,
    ...readKey(key),
    ...{ name, role, isPresent, comings },
    firstJoinedAt: comings[0]?.joinedAt ?? null,
    lastLeftAt: isPresent || leavings.length === 0 ? null : new Date(Math.max(...leavings.map(Number))),
    seconds: Math.round(covered(comings, now) / 1000),
  };
}

/** Clocks differ: nobody leaves before they came. */
const coming = (joinedAt: Date, leftAt: Date | null): Coming => ({
  joinedAt,
  leftAt: leftAt && leftAt < joinedAt ? joinedAt : leftAt,
});

/** Milliseconds that these cover together; they are in the order of their beginnings. */
function covered(comings: readonly Coming[], now: Date): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { joinedAt, leftAt } of comings) {
    const end = Number(leftAt ?? now);
    total += Math.max(0, end - Math.max(until, Number(joinedAt)));
    until = Math.max(until, end);
  }
  return total;
}
