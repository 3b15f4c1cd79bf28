import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { at, buildMentorshipWorld, type MentorshipWorld, must } from "../../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

interface Listed {
  id: string;
  status: string;
  scheduledAt: string;
  mentorshipId: string;
}

let server: TestServer;
let world: MentorshipWorld;
let second: string;
let all: Listed[];
before(async () => {
  server = await startTestServer();
  world = await buildMentorshipWorld(server);
  const { build } = server;
  const { organizationId, ids, as } = world;
  second = await build.mentorship(organizationId, ids.otherCoach, ids.otherTeacher);
  for (const [index, status] of ["scheduled", "confirmed", "completed", "cancelled", "missed"].entries()) {
    await world.session(1000 - index * 100, status);
  }
  // The same starts once more, so that the order by id shows.
  for (const minutesAhead of [1000, 900, 50]) {
    must(201, await as.otherCoach.post("/api/sessions", world.plan(minutesAhead, { mentorshipId: second })));
  }
  const stranger = await buildMentorshipWorld(server);
  await stranger.session(1000);
  all = must(200, await as.manager.get("/api/sessions")).data;
});
after(() => server.close());

const list = async (query: string, seat: keyof MentorshipWorld["as"] = "manager") =>
  must(200, await world.as[seat].get(`/api/sessions?${query}`)) as {
    data: Listed[];
    meta: { total_count: number };
  };
const idsOf = (listed: Listed[]) => listed.map((session) => session.id);

describe("listing sessions", () => {
  it("orders by start, then id, with the number of all", async () => {
    const sorted = all.toSorted((a, b) => (a.scheduledAt + a.id < b.scheduledAt + b.id ? -1 : 1));
    assert.equal(all.length, 8);
    assert.deepEqual(idsOf(all), idsOf(sorted));
    const body = must(200, await world.as.manager.get("/api/sessions"));
    assert.deepEqual(body.meta, { total_count: 8 });
    assert.deepEqual(Object.keys(body), ["data", "meta"]);
  });

  it("shows each session exactly as the item does, people and mentorship whole", async () => {
    for (const session of all) {
      assert.deepEqual(must(200, await world.as.manager.get(`/api/sessions/${session.id}`)).data, session);
    }
  });

  it("shows a coach and a teacher their own, and Manager and up all of the organization", async () => {
    const first = idsOf(all.filter((session) => session.mentorshipId === world.mentorshipId));
    const others = idsOf(all.filter((session) => session.mentorshipId === second));
    const seen = {
      coach: first,
      teacher: first,
      otherCoach: others,
      otherTeacher: others,
      manager: idsOf(all),
      admin: idsOf(all),
      platformAdmin: idsOf(all),
      key: idsOf(all),
    };
    for (const [seat, expected] of Object.entries(seen)) {
      const { data, meta } = await list("", seat as keyof typeof seen);
      assert.deepEqual(idsOf(data), expected, seat);
      assert.equal(meta.total_count, expected.length, seat);
    }
    assert.deepEqual(await list(`mentorshipId=${second}`, "coach"), { data: [], meta: { total_count: 0 } });
  });

  it("filters by status", async () => {
    for (const status of ["scheduled", "confirmed", "completed", "cancelled", "missed"]) {
      const { data, meta } = await list(`status=${status}`);
      assert.deepEqual(idsOf(data), idsOf(all.filter((session) => session.status === status)));
      assert.equal(meta.total_count, data.length);
    }
  });

  it("counts the bounds from and to in", async () => {
    const [from, to] = [at(server.clock(), 700), at(server.clock(), 900)].map(encodeURIComponent);
    const inside = all.filter(({ scheduledAt }) => scheduledAt >= at(server.clock(), 700));
    const upTo = inside.filter(({ scheduledAt }) => scheduledAt <= at(server.clock(), 900));
    assert.deepEqual(idsOf((await list(`from=${from}`)).data), idsOf(inside));
    assert.deepEqual(idsOf((await list(`from=${from}&to=${to}`)).data), idsOf(upTo));
    assert.equal(upTo.length, 4);
    const justAfter = encodeURIComponent(new Date(server.clock().getTime() + 700 * 60_000 + 1).toISOString());
    assert.equal((await list(`from=${justAfter}&to=${to}`)).data.length, 3);
    assert.equal((await list(`from=${to}&to=${from}`)).meta.total_count, 0);
    assert.equal((await list("from=0001-01-01T00:00:00Z&to=9999-12-31T23:59:59.999Z")).meta.total_count, 8);
  });

  it("combines all filters", async () => {
    const from = encodeURIComponent(at(server.clock(), 900));
    const { data } = await list(`status=scheduled&mentorshipId=${second}&from=${from}&limit=1&offset=1`);
    const expected = all.filter((s) => s.mentorshipId === second && s.scheduledAt >= at(server.clock(), 900));
    assert.deepEqual(idsOf(data), [expected[1]?.id]);
  });

  it("pages through everything exactly once, whatever the page's size, with the same total", async () => {
    const page = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 12 }));
    await fc.assert(
      fc.asyncProperty(page, async ([limit, offset]) => {
        const { data, meta } = await list(`limit=${limit}&offset=${offset}`);
        assert.deepEqual(idsOf(data), idsOf(all).slice(offset, offset + limit));
        assert.equal(meta.total_count, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("shows a coach of several mentorships their own by every filter, page by page, with the total", async () => {
    const { build } = server;
    const { organizationId, ids, as } = world;
    const third = await build.mentorship(organizationId, ids.coach, ids.otherTeacher);
    for (const minutesAhead of [750, 1000, 2000])
      must(201, await as.coach.post("/api/sessions", world.plan(minutesAhead, { mentorshipId: third })));
    const everything: Listed[] = must(200, await as.manager.get("/api/sessions")).data;
    const own = everything.filter(({ mentorshipId }) => [world.mentorshipId, third].includes(mentorshipId));
    const [from, to] = [at(server.clock(), 700), at(server.clock(), 1000)];
    const window = `from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
    const cases: [string, (session: Listed) => boolean][] = [
      ["", () => true],
      ["status=scheduled", ({ status }) => status === "scheduled"],
      [`mentorshipId=${third}`, ({ mentorshipId }) => mentorshipId === third],
      [window, ({ scheduledAt }) => scheduledAt >= from && scheduledAt <= to],
      [
        `${window}&status=scheduled&mentorshipId=${third}`,
        (session) => session.mentorshipId === third && session.scheduledAt <= to,
      ],
    ];
    for (const [query, isMeant] of cases) {
      const meant = own.filter(isMeant);
      assert.ok(meant.length > 1, query);
      const visited: string[] = [];
      for (let offset = 0; offset <= meant.length; offset += 2) {
        const { data, meta } = await list(`${query}&limit=2&offset=${offset}`, "coach");
        assert.equal(meta.total_count, meant.length, query);
        visited.push(...idsOf(data));
      }
      assert.deepEqual(visited, idsOf(meant), query);
    }
  });

  it("takes 50 where no limit is named, and 200 at most", async () => {
    const crowded = await buildMentorshipWorld(server);
    await server.db.query(
      `insert into mentorship_sessions (organization_id, id, mentorship_id, scheduled_at, duration_minutes,
         timezone, status, version, created_at, updated_at)
       select $1, gen_random_uuid(), $2, $3::timestamptz + n * interval '1 hour', 60, 'UTC', 'scheduled', 1, $3, $3
       from generate_series(1, 210) n`,
      [crowded.organizationId, crowded.mentorshipId, server.clock()],
    );
    const count = async (query: string) => {
      const { data, meta } = must(200, await crowded.as.manager.get(`/api/sessions?${query}`));
      return [data.length, meta.total_count];
    };
    assert.deepEqual(await count(""), [50, 210]);
    assert.deepEqual(await count("limit=200"), [200, 210]);
    assert.deepEqual(await count("limit=200&offset=200"), [10, 210]);
    assert.deepEqual(await count("offset=1000000000"), [0, 210]);
  });

  const bad: [string, string][] = [
    ["limit=0", "?limit"],
    ["limit=201", "?limit"],
    ["limit=-1", "?limit"],
    ["limit=abc", "?limit"],
    ["limit=1e2", "?limit"],
    ["limit=5.0", "?limit"],
    ["limit=", "?limit"],
    ["limit=%2010", "?limit"],
    ["limit=10&limit=20", "?limit"],
    ["limit=99999999999999999999", "?limit"],
    ["offset=-1", "?offset"],
    ["offset=abc", "?offset"],
    ["offset=1000000001", "?offset"],
    ["status=done", "?status"],
    ["status=", "?status"],
    ["status=scheduled&status=missed", "?status"],
    ["mentorshipId=abc", "?mentorshipId"],
    ["mentorshipId=urn:uuid:00000000-0000-4000-8000-000000000000", "?mentorshipId"],
    ["from=yesterday", "?from"],
    ["from=2026-05-01", "?from"],
    ["from=2026-05-01T00:00:00", "?from"],
    ["from=%00", "?from"],
    ["to=2026-13-01T00:00:00Z", "?to"],
    ["to=%ff", "?to"],
  ];
  for (const [query, pointer] of bad) {
    it(`answers 400 to ${query}, naming ${pointer}`, async () => {
      const answer = await world.as.manager.get(`/api/sessions?${query}`);
      assert.equal(answer.status, 400);
      assert.deepEqual(
        [...new Set(answer.body.errors.map((error: { pointer: string }) => error.pointer))],
        [pointer],
      );
    });
  }

  it("names every bad parameter at once, and ignores those that it does not know", async () => {
    const answer = await world.as.manager.get("/api/sessions?limit=x&from=y&status=z&colour=red");
    const pointers = new Set(answer.body.errors.map((error: { pointer: string }) => error.pointer));
    assert.deepEqual([...pointers].sort(), ["?from", "?limit", "?status"]);
    must(200, await world.as.manager.get("/api/sessions?colour=red"));
  });
});
