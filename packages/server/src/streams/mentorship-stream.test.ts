import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { hours } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { buildMentorshipWorld, type MentorshipWorld, must, type Seat } from "../../test/build-mentorship.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { type Listening, openStream, placed, unread } from "../../test/streams.ts";

let one: TestServer;
let two: TestServer;
let world: MentorshipWorld;
let tokens: Record<Seat, string>;
const open: Listening[] = [];

before(async () => {
  one = await startTestServer();
  two = await one.another();
  world = await buildMentorshipWorld(one);
  const issue = async (seat: Seat) =>
    (await one.server.tokens.issue(world.ids[seat], world.organizationId, hours(1))).token;
  const seats = Object.keys(world.ids).filter((seat) => seat !== "key") as Seat[];
  const issued = await Promise.all(seats.map(async (seat) => [seat, await issue(seat)] as const));
  const { text: key } = await one.build.apiKey(world.organizationId, ["mentorship:read"]);
  tokens = { ...Object.fromEntries(issued), key } as Record<Seat, string>;
});
afterEach(async () => {
  for (const stream of open.splice(0)) stream.hangUp();
  await unread(one, two);
});
after(() => one.close());

const path = (mentorshipId = world.mentorshipId) => `/api/events/mentorships/${mentorshipId}/events`;

async function watch(
  server: TestServer,
  seat: Seat,
  { lastEventId, mentorshipId }: { lastEventId?: string; mentorshipId?: string } = {},
): Promise<Listening> {
  const stream = await openStream(server.url + path(mentorshipId), {
    authorization: `Bearer ${tokens[seat]}`,
    ...(lastEventId ? { "last-event-id": lastEventId } : {}),
  });
  open.push(stream);
  return stream;
}

const react = async (emoji: string, session: string) =>
  must(200, await world.as.teacher.post(`/api/sessions/${session}/reactions`, { emoji }));

describe("a reaction", () => {
  it("sent to one process is seen by the readers of all, with exactly the documented members, and never again", async () => {
    const session = await world.session(world.ahead());
    await placed(one);
    const streams = [await watch(one, "coach"), await watch(two, "manager"), await watch(two, "key")];
    await react("🎉", session);
    const { mentorshipId, ids } = world;
    const data = {
      sessionId: session,
      mentorshipId,
      emoji: "🎉",
      userId: ids.teacher,
      sentAt: one.clock().toISOString(),
    };
    for (const stream of streams) {
      assert.deepEqual(await stream.atLeast(1), [{ id: null, name: "call-reaction", data }]);
    }
    must(200, await world.as.manager.patch(`/api/sessions/${session}`, { status: "confirmed" }));
    const [, confirmed] = await streams[0]!.atLeast(2);
    await react("👏", session);
    await streams[1]!.atLeast(3);
    const again = await watch(two, "coach", { lastEventId: confirmed?.id ?? "" });
    await react("🙌", session);
    const [first] = await again.atLeast(1);
    assert.deepEqual([first?.name, first?.data.emoji], ["call-reaction", "🙌"]);
  });

  it("is for the readers of its own mentorship alone", async () => {
    const { build } = one;
    const { coach, otherTeacher } = world.ids;
    const other = await build.mentorship(world.organizationId, coach, otherTeacher);
    const elsewhere = await watch(two, "coach", { mentorshipId: other });
    const here = await watch(two, "coach");
    await react("👍", await world.session(world.ahead()));
    await here.atLeast(2);
    const { data } = must(
      201,
      await world.as.coach.post("/api/sessions", world.plan(world.ahead(), { mentorshipId: other })),
    );
    const [first] = await elsewhere.atLeast(1);
    assert.equal(first?.data.sessionId, data.id);
  });
});

describe("what happens to a session", () => {
  it("is told as facts, with the status where the event says one", async () => {
    const stream = await watch(two, "teacher");
    const id = await world.session(world.ahead());
    const step = async (change: object) =>
      must(200, await world.as.manager.patch(`/api/sessions/${id}`, change));
    await step({ status: "confirmed" });
    await step({ notes: "Bring the plan", durationMinutes: 45 });
    const from = must(200, await world.as.coach.get(`/api/sessions/${id}`)).data.scheduledAt;
    const to = new Date(Date.parse(from) + 60_000).toISOString();
    await step({ scheduledAt: to });
    await step({ status: "completed" });
    const heard = await stream.atLeast(5);
    const events = await world.events(id);
    const rows = await one.db.query<{ id: string }>(
      "select id from events where subject_id = $1 order by version",
      [id],
    );
    const facts = (index: number, more: object) => ({
      id: rows[index]?.id,
      name: "session-update",
      data: {
        eventId: rows[index]?.id,
        type: events[index]?.type,
        sessionId: id,
        mentorshipId: world.mentorshipId,
        version: index + 1,
        occurredAt: one.clock().toISOString(),
        ...more,
      },
    });
    assert.deepEqual(heard, [
      facts(0, { status: "scheduled" }),
      facts(1, { status: "confirmed" }),
      facts(2, { changed: heard[2]?.data.changed }),
      facts(3, { from, to }),
      facts(4, { status: "completed" }),
    ]);
    assert.deepEqual(heard[2]?.data.changed.toSorted(), ["durationMinutes", "notes"]);
  });

  it("is not missed, nor told twice, by a reader who comes back to another process while more happens", async () => {
    const servers = [one, two];
    const wanted = 40;
    const ids: string[] = [];
    const appending = (async () => {
      for (let n = 0; n < wanted; n += 1) ids.push(await world.session(world.ahead()));
    })();
    const told: string[] = [];
    let lastEventId = "";
    let stream = await watch(one, "coach");
    const opened = stream;
    for (let turn = 1; told.length < wanted; turn += 1) {
      await stream.atLeast(Math.min(3, wanted - told.length));
      const heard = [...stream.heard];
      stream.hangUp();
      told.push(...heard.map(({ data }) => data.sessionId));
      lastEventId = heard.at(-1)?.id ?? lastEventId;
      if (told.length < wanted) stream = await watch(servers[turn % 2]!, "coach", { lastEventId });
    }
    await appending;
    assert.equal(opened.status, 200);
    assert.deepEqual(told, ids);
  });
});

describe("a reader who comes back", () => {
  const name = async (stream: Listening) => (await stream.atLeast(1))[0]?.name;

  it("with an id that nobody knows, or another organization's, is told to resync, and goes on", async () => {
    const foreign = await buildMentorshipWorld(one);
    const session = await foreign.session(60);
    await placed(one);
    const [{ id: foreignId } = { id: "" }] = await one.db.query<{ id: string }>(
      "select id from events where subject_id = $1",
      [session],
    );
    for (const lastEventId of [newId(), foreignId, "no uuid", "%00"]) {
      const stream = await watch(two, "coach", { lastEventId });
      assert.equal(await name(stream), "resync");
      assert.deepEqual(stream.heard, [{ id: null, name: "resync", data: {} }]);
      const id = await world.session(world.ahead());
      assert.equal((await stream.atLeast(2))[1]?.data.sessionId, id);
    }
  });

  it("may say so in the URL, where the header counts before it", async () => {
    const first = await watch(one, "coach");
    const ids = [await world.session(world.ahead()), await world.session(world.ahead())];
    const [one_, two_] = await first.atLeast(2);
    const headers = { authorization: `Bearer ${tokens.coach}` };
    const query = (id?: string | null) => `${two.url + path()}?lastEventId=${id}`;
    const byQuery = await openStream(query(one_?.id), headers);
    open.push(byQuery);
    assert.deepEqual((await byQuery.atLeast(1))[0]?.data.sessionId, ids[1]);
    const both = await openStream(query("nothing"), { ...headers, "last-event-id": two_?.id ?? "" });
    open.push(both);
    const third = await world.session(world.ahead());
    assert.deepEqual((await both.atLeast(1))[0]?.data.sessionId, third);
  });

  it("after too much has happened is told to resync", async () => {
    const other = await buildMentorshipWorld(one);
    const { token } = await one.server.tokens.issue(other.ids.coach, other.organizationId, hours(1));
    const headers = { authorization: `Bearer ${token}` };
    const url = two.url + path(other.mentorshipId);
    const session = await other.session(60);
    await placed(one);
    const [{ id } = { id: "" }] = await one.db.query<{ id: string }>(
      "select id from events where subject_id = $1",
      [session],
    );
    const append = (count: number) =>
      one.db.query(
        `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind)
         select $1, gen_random_uuid(), 'mentorship.session.edited', $2, n,
           jsonb_build_object('sessionId', $2::text, 'mentorshipId', $3::text, 'changed', '[]'::jsonb), $4, 'system'
         from generate_series(1, $5::int) as n`,
        [other.organizationId, session, other.mentorshipId, one.clock(), count],
      );
    await append(1000);
    await placed(one);
    const within = await openStream(url, { ...headers, "last-event-id": id });
    open.push(within);
    assert.ok((await within.atLeast(1000)).every((event) => event.name === "session-update"));
    assert.equal(new Set(within.heard.map((event) => event.id)).size, 1000);
    await append(1);
    // Only what the process has handed on already counts as missed; the rest would come as news.
    await within.atLeast(1001);
    const beyond = await openStream(url, { ...headers, "last-event-id": id });
    open.push(beyond);
    await beyond.atLeast(1);
    const next = await other.session(200);
    const heard = await eventually(async () => {
      assert.equal(beyond.heard.at(-1)?.data.sessionId, next);
      return beyond.heard;
    });
    assert.deepEqual(
      heard.flatMap((event, index) => (event.name === "resync" ? [index] : [])),
      [heard.length - 2],
    );
  });

  it("after more than 24 hours in which something happened is told to resync; in which nothing did, is not", async () => {
    const first = await watch(one, "coach");
    await world.session(world.ahead());
    const missed = await world.session(world.ahead() + 3000);
    const [seen, last] = await first.atLeast(2);
    one.clock.advance(hours(25));
    const { token } = await one.server.tokens.issue(world.ids.coach, world.organizationId, hours(1));
    tokens.coach = token;
    assert.equal(last?.data.sessionId, missed);
    assert.equal(await name(await watch(two, "coach", { lastEventId: seen?.id ?? "" })), "resync");
    const current = await watch(two, "coach", { lastEventId: last?.id ?? "" });
    must(200, await one.api(token).patch(`/api/sessions/${missed}`, { notes: "new" }));
    assert.equal(await name(current), "session-update");
  });
});

describe("the stream of a mentorship", () => {
  it("is for its coach, its teacher, Manager and up, and keys with the scope", async () => {
    const { token } = await one.server.tokens.issue(world.ids.coach, world.organizationId, hours(1));
    tokens.coach = token;
    for (const seat of Object.keys(tokens) as Seat[]) {
      const { token: fresh } = await one.server.tokens.issue(world.ids[seat], world.organizationId, hours(1));
      const answer = await one.api(seat === "key" ? tokens.key : fresh).get(path());
      assert.equal(answer.status, seat.startsWith("other") ? 403 : 200, seat);
    }
    const wrong = await one.build.apiKey(world.organizationId, ["mentorship:write", "events:read"]);
    assert.equal((await one.api(wrong.text).get(path())).body.code, "insufficient_scope");
    assert.equal((await one.api().get(path())).status, 401);
  });

  it("is not there for another organization, nor where there is no mentorship", async () => {
    const foreign = await buildMentorshipWorld(one);
    for (const api of Object.values(foreign.as)) {
      const answer = await api.get(path());
      assert.deepEqual([answer.status, answer.body.code], [404, "not_found"]);
    }
    const api = foreign.as.manager;
    assert.equal((await api.get(path(newId()))).status, 404);
    assert.equal((await api.get(path("no-id"))).status, 400);
    assert.equal((await api.get(path(foreign.mentorshipId.toUpperCase()))).status, 200);
  });
});
