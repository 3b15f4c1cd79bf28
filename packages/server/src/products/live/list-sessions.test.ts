import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import type { Api } from "../../../test/api.ts";
import { createLive } from "../../../test/build-live.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { encodeCursor } from "../../kernel/cursor.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

/** A member of an organization of their own, so that each test lists only what it made. */
async function newMember(): Promise<Api> {
  return server.memberApi(await server.build.organization(), "Teacher");
}

interface Listed {
  id: string;
  scheduled_at: string;
}

/** All pages, one after another. */
async function walk(api: Api, query: string, from = ""): Promise<Listed[]> {
  const seen: Listed[] = [];
  for (let cursor: string | null = from; cursor !== null; ) {
    const { status, body } = await api.get(`/v1/sessions?${query}${cursor && `&cursor=${cursor}`}`);
    assert.equal(status, 200);
    seen.push(...body.data);
    cursor = body.next_cursor;
  }
  return seen;
}

const day = (n: number): string => `2026-03-${String(n).padStart(2, "0")}T12:00:00.000Z`;

test("walking the pages shows every session once, in the order of start and id, whatever the page size", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 13 }),
      async (days, limit) => {
        const api = await newMember();
        const made: Listed[] = [];
        for (const n of days) made.push(await createLive(api, { scheduled_at: day(n) }));
        const expected = made.map((s) => [s.scheduled_at, s.id].join()).sort();
        const seen = await walk(api, `limit=${limit}`);
        assert.deepEqual(
          seen.map((s) => [s.scheduled_at, s.id].join()),
          expected,
        );
      },
    ),
    { numRuns: 20 },
  );
});

test("a walk neither repeats nor skips a session when others are added before and behind it", async () => {
  const api = await newMember();
  for (const n of [10, 12, 14, 16]) await createLive(api, { scheduled_at: day(n) });
  const first = await api.get("/v1/sessions?limit=2");
  await createLive(api, { scheduled_at: day(9) });
  await createLive(api, { scheduled_at: day(15) });
  const rest = await walk(api, "limit=2", first.body.next_cursor);
  assert.deepEqual(
    [...first.body.data, ...rest].map((s: Listed) => s.scheduled_at),
    [10, 12, 14, 15, 16].map(day),
  );
});

test("a page has 50 sessions where no limit is given, and at most 200", async () => {
  const api = await newMember();
  for (let n = 0; n < 51; n += 1) await createLive(api);
  const { body } = await api.get("/v1/sessions");
  assert.equal(body.data.length, 50);
  assert.equal((await api.get("/v1/sessions?limit=200")).body.data.length, 51);
  assert.equal((await api.get("/v1/sessions?limit=51")).body.next_cursor, null);
  for (const limit of ["0", "201", "-1", "1.5", "ten", "", "9999999999999999"]) {
    const refused = await api.get(`/v1/sessions?limit=${limit}`);
    assert.deepEqual([refused.status, refused.body.errors[0].pointer], [400, "?limit"], limit);
  }
});

test("a bad cursor is named beside whatever else is bad", async () => {
  const api = await server.memberApi(await server.build.organization(), "Teacher");
  const { status, body } = await api.get("/v1/sessions?cursor=x&limit=0&month=2026-13");
  const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
  assert.deepEqual([status, pointers], [400, ["?cursor", "?limit", "?month"]]);
});

test("an altered cursor is 400, and so is one that was made up", async () => {
  const api = await newMember();
  for (const n of [1, 2]) await createLive(api, { scheduled_at: day(n) });
  const cursor: string = (await api.get("/v1/sessions?limit=1")).body.next_cursor;
  const altered = Array.from(cursor, (letter, at) => {
    const other = letter === "A" ? "B" : "A";
    return cursor.slice(0, at) + other + cursor.slice(at + 1);
  });
  const id = "0197a000-0000-7000-8000-000000000000";
  const madeUp = [
    encodeCursor(["yesterday", id]),
    encodeCursor([day(1), "'; drop table people"]),
    encodeCursor([day(1)]),
    encodeCursor(["0000-01-01T00:00:00Z", id]),
  ];
  for (const bad of ["x", "", `${cursor}A`, cursor.slice(1), ...altered, ...madeUp]) {
    const { status, body } = await api.get(`/v1/sessions?cursor=${encodeURIComponent(bad)}`);
    assert.deepEqual([status, body.errors?.[0]?.pointer], [400, "?cursor"], bad);
  }
});

test("each filter shows what matches, and together they narrow each other down", async () => {
  const api = await newMember();
  const long = "h".repeat(10_000);
  const made = {
    old: await createLive(api, { scheduled_at: day(1), host_id: "h1", brand_id: "b1" }),
    soon: await createLive(api, {
      scheduled_at: day(3),
      host_id: "h1",
      brand_id: "b2",
      kind: "office_hours",
    }),
    later: await createLive(api, { scheduled_at: day(5), host_id: "h2", brand_id: "b1" }),
    running: await createLive(api, { scheduled_at: day(6), host_id: long, brand_id: "b1" }),
    off: await createLive(api, { scheduled_at: "2026-04-01T00:00:00Z", host_id: "h2", brand_id: "b3" }),
  };
  await api.patch(`/v1/sessions/${made.later.id}`, { category: "yoga" });
  await api.post(`/v1/sessions/${made.running.id}/start`);
  await api.post(`/v1/sessions/${made.off.id}/cancel`);
  const cases: Record<string, (keyof typeof made)[]> = {
    "": ["old", "soon", "later", "running", "off"],
    "status=scheduled": ["old", "soon", "later"],
    "status=cancelled": ["off"],
    "kind=office_hours": ["soon"],
    "category=yoga": ["later"],
    "category=Yoga": [],
    "host_id=h1": ["old", "soon"],
    "brand_id=b1": ["old", "later", "running"],
    "host_id=h1&brand_id=b1": ["old"],
    "month=2026-03": ["old", "soon", "later", "running"],
    "month=2026-04": ["off"],
    "upcoming=true": ["soon", "later", "running"],
    "upcoming=false": ["old", "off"],
    "upcoming=true&month=2026-03&status=live&kind=live&brand_id=b1": ["running"],
  };
  for (const [query, names] of Object.entries(cases)) {
    const expected = names.map((name) => made[name].id);
    assert.deepEqual(
      (await walk(api, `${query}&limit=2`)).map((s) => s.id),
      expected,
      query,
    );
  }
  assert.deepEqual(
    (await walk(api, `host_id=${long}`)).map((s) => s.id),
    [made.running.id],
  );
});

test("a month is one of UTC, to its last millisecond", async () => {
  const api = await newMember();
  const inside = ["2026-02-01T00:00:00.000Z", "2026-02-28T23:59:59.999Z"];
  for (const scheduled_at of ["2026-01-31T23:59:59.999Z", ...inside, "2026-03-01T00:00:00.000Z"]) {
    await createLive(api, { scheduled_at });
  }
  await createLive(api, { scheduled_at: "9999-12-31T23:59:59.999Z" });
  await createLive(api, { scheduled_at: "0001-01-01T00:00:00Z" });
  const starts = async (month: string) => (await walk(api, `month=${month}`)).map((s) => s.scheduled_at);
  assert.deepEqual(await starts("2026-02"), inside);
  assert.deepEqual(await starts("9999-12"), ["9999-12-31T23:59:59.999Z"]);
  assert.deepEqual(await starts("0001-01"), ["0001-01-01T00:00:00.000Z"]);
});

test("malformed filters are 400 and named", async () => {
  const api = await newMember();
  const bad = {
    month: ["2026-13", "2026-00", "2026-2", "0000-05", "2026-02-01", "feb", ""],
    status: ["open", "", "LIVE"],
    kind: ["webinar", ""],
    upcoming: ["yes", "1", ""],
    host_id: ["", "%00"],
    brand_id: [""],
    category: [""],
  };
  for (const [name, values] of Object.entries(bad)) {
    for (const value of values) {
      const { status, body } = await api.get(`/v1/sessions?${name}=${value}`);
      assert.deepEqual([status, body.errors?.[0]?.pointer], [400, `?${name}`], `${name}=${value}`);
    }
  }
  assert.equal((await api.get("/v1/sessions?status=live&status=ended")).status, 400);
});

test("every member sees all sessions of the organization, with the seats that are their own", async () => {
  const organization = await server.build.organization();
  const [one, other] = await Promise.all(
    (["Coach", "Teacher"] as const).map((role) => server.memberApi(organization, role)),
  );
  const { id } = await createLive(one!);
  await other!.post(`/v1/sessions/${id}/register`);
  const seenBy = async (api: Api) => {
    const { registered_count, is_registered } = (await api.get("/v1/sessions")).body.data[0];
    return { registered_count, is_registered };
  };
  assert.deepEqual(await seenBy(one!), { registered_count: 1, is_registered: false });
  assert.deepEqual(await seenBy(other!), { registered_count: 1, is_registered: true });
  const key = await server.build.apiKey(organization, ["live:read"]);
  assert.deepEqual(await seenBy(server.api(key.text)), { registered_count: 1, is_registered: false });
  const blind = await server.build.apiKey(organization, ["live:write"]);
  assert.equal((await server.api(blind.text).get("/v1/sessions")).status, 403);
  assert.equal((await server.api().get("/v1/sessions")).status, 401);
});
