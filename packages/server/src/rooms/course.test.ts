import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { minutes, plus, seconds } from "#kernel/clock.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import type { Entry } from "./book.ts";
import type { Occurrence } from "./occurrence.ts";

let server: TestServer;
let rooms: RoomsOf;
let world: MentorshipWorld;

before(async () => {
  server = await startTestServer();
  rooms = roomsOf(server);
  world = await buildMentorshipWorld(server);
});
after(() => server.close());

/** A call that is about to begin, far from all others, in whose room coach and teacher may be. */
async function call(): Promise<{ id: string; coach: Entry; teacher: Entry }> {
  server.clock.advance(minutes(200));
  const id = await world.session(5, "confirmed");
  return {
    id,
    coach: await rooms.enter(world.as.coach, id),
    teacher: await rooms.enter(world.as.teacher, id),
  };
}

const readCall = async (id: string) => must(200, await world.as.manager.get(`/api/sessions/${id}`)).data;
const readAttendance = async (id: string) =>
  must(200, await world.as.manager.get(`/api/rooms/${id}/attendance`));
const eventsOf = async (room: { id: string }) => (await world.events(room.id)).map(({ type }) => type);

interface Told {
  people: unknown[];
  beganAt: string | null;
  endedAt: string | null;
  final: boolean;
  status: string;
  completedAt: string | null;
}

/** What is known of a call, without what differs from call to call. */
async function known(id: string, since: Date): Promise<Told> {
  const { people, beganAt, endedAt, final } = await readAttendance(id);
  const { status, completedAt } = await readCall(id);
  const after = (text: string | null) => text && `+${(Date.parse(text) - Number(since)) / 1000}s`;
  const coming = ({ joinedAt, leftAt }: Record<"joinedAt" | "leftAt", string>) => [
    after(joinedAt),
    after(leftAt),
  ];
  return {
    people: people.map((person: { name: string; role: string; totalSeconds: number; comings: never[] }) => [
      person.role,
      person.totalSeconds,
      person.comings.map(coming),
    ]),
    ...{ beganAt: after(beganAt), endedAt: after(endedAt), final, status, completedAt: after(completedAt) },
  };
}

describe("what is heard of a room", () => {
  it("comes to the same in whatever order, and however often, it is heard", async () => {
    const numbers = fc.array(fc.nat({ max: 8 }), { minLength: 0, maxLength: 6 });
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9, maxLength: 9 });
    const splits = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 15, maxLength: 15 });
    const expected = await tell([0, 1, 2, 3, 4, 5, 6, 7, 8], [1]);
    assert.deepEqual(expected, {
      people: [
        [
          "host",
          590,
          [
            ["+10s", "+300s"],
            ["+290s", "+600s"],
          ],
        ],
        [
          "participant",
          1100,
          [
            ["+20s", "+700s"],
            ["+310s", "+1120s"],
          ],
        ],
      ],
      ...{ beganAt: "+10s", endedAt: "+1120s", final: true },
      ...{ status: "completed", completedAt: "+1120s" },
    });
    await fc.assert(
      fc.asyncProperty(order, numbers, splits, async (order, repeats, splits) => {
        assert.deepEqual(await tell([...order, ...repeats], splits), expected);
      }),
      { numRuns: 12 },
    );
  });

  /** Tells a new call of what happened, by the numbers of the occurrences, so many of them at once. */
  async function tell(numbers: readonly number[], splits: readonly number[]): Promise<Told> {
    const { id, coach, teacher } = await call();
    const since = server.clock();
    const at = (after: number) => plus(since, seconds(after));
    const joined = (after: number, who: Entry, connectionId: string): Occurrence => ({
      ...{ kind: "joined", at: at(after), connectionId, participant: { id: who.participant.id } },
    });
    const left = (after: number, connectionId: string): Occurrence => ({
      kind: "left",
      at: at(after),
      connectionId,
    });
    const happened: Occurrence[] = [
      joined(10, coach, "c1"),
      joined(20, teacher, "t1"),
      // Cut off, and noticed only when the next connection was there already.
      joined(290, coach, "c2"),
      left(300, "c1"),
      joined(310, teacher, "t2"),
      left(600, "c2"),
      left(700, "t1"),
      left(1_120, "t2"),
      { kind: "ended", at: at(1_120) },
    ];
    server.clock.advance(minutes(19));
    for (let n = 0, turn = 0; n < numbers.length; turn += 1) {
      const many = splits[turn % splits.length] ?? 1;
      const batch = numbers.slice(n, n + many).flatMap((number) => happened[number] ?? []);
      await rooms.book.note(coach.room, batch);
      n += many;
    }
    const types = (await eventsOf(coach.room)).sort();
    assert.deepEqual(types, [
      "rooms.attendance.finished",
      "rooms.began",
      "rooms.ended",
      ...Array(4).fill("rooms.participant.joined"),
      ...Array(4).fill("rooms.participant.left"),
    ]);
    const completed = (await world.events(id)).filter(({ type }) => type === "mentorship.session.completed");
    assert.equal(completed.length, 1);
    return known(id, since);
  }

  it("is not lost, nor doubled, when several processes hear it at once", async () => {
    const other = roomsOf(await server.another());
    const { coach, teacher } = await call();
    const at = server.clock();
    const joined = [coach, teacher].map(({ connectionId, participant }): Occurrence => {
      return { kind: "joined", at, connectionId, participant: { id: participant.id } };
    });
    const each = Array.from({ length: 8 }, (_, n) => (n % 2 ? other : rooms).book.note(coach.room, joined));
    await Promise.all(each);
    assert.deepEqual((await eventsOf(coach.room)).sort(), [
      "rooms.began",
      "rooms.participant.joined",
      "rooms.participant.joined",
    ]);
    const versions = (await world.events(coach.room.id)).map(({ version }) => version);
    assert.deepEqual(versions, [1, 2, 3]);
  });

  it("of somebody whom only the provider knows is kept under their own name there", async () => {
    const { id, coach } = await call();
    const at = server.clock();
    const participant = { key: "zoom-1", name: "\0 Grace\nHopper\ud800" };
    await rooms.book.note(coach.room, [{ kind: "joined", at, connectionId: "z1", participant }]);
    await rooms.book.note(coach.room, [{ kind: "left", at: plus(at, seconds(30)), connectionId: "z1" }]);
    const { people } = await readAttendance(id);
    const stranger = people.find(({ name }: { name: string }) => name.startsWith("Grace Hopper"));
    assert.deepEqual([stranger.personId, stranger.role, stranger.totalSeconds], [null, "participant", 30]);
    const [joined] = await world.events(coach.room.id);
    assert.doesNotMatch(JSON.stringify(joined?.payload), /Grace|zoom-1/);
  });
});
