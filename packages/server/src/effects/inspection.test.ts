import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../test/api.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { minutes, plus } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { type EffectState, nobodysOrganization } from "./effect.ts";

interface Listed {
  id: string;
  state: EffectState;
}

describe("inspection", () => {
  let server: TestServer;
  let world: MentorshipWorld;
  let reader: Api;
  let writer: Api;
  let outsider: Api;
  let sessionId: string;

  const idsOf = (body: { data: Listed[] }) => body.data.map(({ id }) => id);

  /** An effect as it could stand in the table, of an age in minutes. */
  async function effect(
    state: EffectState,
    age: number,
    more: Partial<
      Record<"organizationId" | "subjectId" | "channel" | "content", string> & { sealed: boolean }
    > = {},
  ): Promise<string> {
    const id = newId();
    const { organizationId = world.organizationId, subjectId = "s", channel = "webhook" } = more;
    const { content = '{"title":"Hello"}' } = more;
    const at = plus(server.clock(), -minutes(age));
    await server.db.query(
      `insert into effects (organization_id, id, channel, kind, recipient, subject_id, address, content, sealed,
         state, due_at, created_at, updated_at)
       values ($1, $2, $8, 'test', 'endpoint:e', $3, 'hooks.example.com', $4, $5, $6, $7, $7, $7)`,
      [organizationId, id, subjectId, content, more.sealed ?? false, state, at, channel],
    );
    return id;
  }

  before(async () => {
    server = await startTestServer();
    world = await buildMentorshipWorld(server);
    const key = (...scopes: Parameters<typeof server.build.apiKey>[1]) =>
      server.build.apiKey(world.organizationId, scopes).then(({ text }) => server.api(text));
    reader = await key("events:read");
    writer = await key("events:write");
    outsider = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    sessionId = await world.session(3_000);
    await world.as.coach.patch(`/api/sessions/${sessionId}`, { notes: "new" });
    await settled(server);
  });
  after(() => server.close());

  test("is for OrganizationAdmin and up, and for API keys with the scope", async () => {
    const id = newId();
    const reads = ["/api/events", `/api/events/${id}`, "/api/effects", `/api/effects/${id}`, "/api/jobs"];
    const writes = [`/api/effects/${id}/retry`, "/api/effects/retry", "/api/jobs/1/retry"];
    const ask = async (api: Api, path: string) =>
      writes.includes(path)
        ? (await api.post(path, path === "/api/effects/retry" ? {} : undefined)).status
        : (await api.get(path)).status;
    const { teacher, coach, manager, admin, platformAdmin, key } = world.as;
    for (const path of [...reads, ...writes]) {
      const found = path.includes(id) || path.includes("/1/") ? 404 : 200;
      for (const api of [teacher, coach, manager, key]) assert.equal(await ask(api, path), 403, path);
      for (const api of [admin, platformAdmin]) assert.equal(await ask(api, path), found, path);
      assert.equal(await ask(reader, path), reads.includes(path) ? found : 403, path);
      assert.equal(await ask(writer, path), writes.includes(path) ? found : 403, path);
      assert.equal(await ask(server.api(), path), 401, path);
    }
  });

  test("shows nothing of another organization", async () => {
    const [event] = must(200, await reader.get("/api/events")).data;
    const id = await effect("failed", 1, { subjectId: "foreign" });
    for (const path of ["/api/events", "/api/effects", "/api/jobs"]) {
      assert.deepEqual(must(200, await outsider.get(path)).data, [], path);
    }
    assert.equal((await outsider.get(`/api/events/${event.id}`)).status, 404);
    assert.equal((await outsider.get(`/api/effects/${id}`)).status, 404);
    assert.equal((await outsider.post(`/api/effects/${id}/retry`)).status, 404);
    const { data } = must(200, await outsider.post("/api/effects/retry", {}));
    assert.deepEqual(data, { retried: 0, hasMore: false });
  });

  test("an event comes with what follows from it, titles but no contents", async () => {
    const { data } = must(200, await reader.get(`/api/events?subjectId=${sessionId}`));
    assert.deepEqual(
      data.map((event: { type: string; version: number }) => [event.type, event.version]),
      [
        ["mentorship.session.scheduled", 1],
        ["mentorship.session.edited", 2],
      ],
    );
    assert.deepEqual(data[0].actor, { kind: "person", id: world.ids.coach });
    const { event, effects, hasMoreEffects } = must(200, await reader.get(`/api/events/${data[0].id}`)).data;
    assert.deepEqual([event, hasMoreEffects], [data[0], false]);
    assert.ok(effects.length >= 2);
    for (const one of effects) {
      assert.deepEqual([one.eventId, one.channel, one.state], [event.id, "email", "delivered"]);
      assert.match(one.title, /\w/);
      assert.match(one.address, /@/);
      assert.ok(!("content" in one));
      const shown = must(200, await reader.get(`/api/effects/${one.id}`)).data;
      assert.deepEqual(
        shown.history.map((attempt: { attempt: number; result: string }) => [
          attempt.attempt,
          attempt.result,
        ]),
        [[1, "delivered"]],
      );
    }
  });

  test("effects are listed newest first, page by page, and by each filter", async () => {
    const subjectId = "listed";
    const made: string[] = [];
    for (const [n, state] of (["delivered", "failed", "dropped", "failed", "delivered"] as const).entries()) {
      made.unshift(await effect(state, 50 - Math.floor(n / 2), { subjectId }));
    }
    const list = async (query: string) =>
      must(200, await reader.get(`/api/effects?subjectId=${subjectId}${query}`));
    const whole = await list("");
    assert.deepEqual(new Set(idsOf(whole)), new Set(made));
    const collected: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page = await list(`&limit=1${cursor && `&cursor=${cursor}`}`);
      collected.push(...idsOf(page));
      cursor = page.meta.next_cursor;
    }
    assert.deepEqual(collected, idsOf(whole));
    const failed = await list("&state=failed&channel=webhook&kind=test&recipient=endpoint:e");
    assert.deepEqual(
      failed.data.map((one: Listed) => one.state),
      ["failed", "failed"],
    );
    assert.deepEqual((await list("&channel=push")).data, []);
    const from = plus(server.clock(), -minutes(48.5)).toISOString();
    assert.equal((await list(`&from=${from}`)).data.length, 1);
    assert.equal((await list(`&to=${from}`)).data.length, 4);
  });

  test("what is sealed shows no title, and what waits shows when it is tried next", async () => {
    const sealed = await effect("failed", 1, { sealed: true, content: "c2VhbGVk", subjectId: "sealed" });
    const waiting = await effect("waiting", 1, { subjectId: "waiting" });
    const show = async (id: string) => must(200, await reader.get(`/api/effects/${id}`)).data;
    assert.deepEqual([(await show(sealed)).title, (await show(sealed)).dueAt], [null, null]);
    assert.equal((await show(waiting)).dueAt, plus(server.clock(), -minutes(1)).toISOString());
  });

  test("bad input is named", async () => {
    const bad = [
      "/api/events?cursor=none&limit=0&from=yesterday",
      "/api/effects?state=lost&channel=fax&cursor=x",
      "/api/jobs?cursor=x&limit=201",
    ];
    const pointers = [
      ["?cursor", "?from", "?limit"],
      ["?channel", "?cursor", "?state"],
      ["?cursor", "?limit"],
    ];
    for (const [n, path] of bad.entries()) {
      const { status, body } = await reader.get(path);
      assert.equal(status, 400, path);
      assert.deepEqual(body.errors.map((fault: { pointer: string }) => fault.pointer).sort(), pointers[n]);
    }
    assert.equal((await reader.get("/api/events/1")).status, 400);
    assert.equal((await writer.post("/api/jobs/none/retry")).status, 400);
    assert.equal((await writer.post("/api/effects/retry", { state: "failed" })).status, 400);
  });

  test("what belongs to no organization is the operator's alone", async () => {
    const id = await effect("failed", 1, { organizationId: nobodysOrganization, channel: "email" });
    const { admin, platformAdmin } = world.as;
    const paths = ["/api/server/effects", `/api/server/effects/${id}`, "/api/server/jobs"];
    for (const path of paths) {
      for (const api of [admin, reader]) assert.equal((await api.get(path)).status, 403, path);
      assert.equal((await platformAdmin.get(path)).status, 200, path);
    }
    assert.deepEqual(idsOf(must(200, await platformAdmin.get("/api/server/effects?state=failed"))), [id]);
    assert.equal((await platformAdmin.get(`/api/effects/${id}`)).status, 404);
    const again = await platformAdmin.post(`/api/server/effects/${id}/retry`, undefined, {
      "idempotency-key": "once",
    });
    assert.equal(must(200, again).data.state, "waiting");
    assert.equal((await admin.post(`/api/server/effects/${id}/retry`)).status, 403);
    assert.equal((await admin.post("/api/server/jobs/1/retry")).status, 403);
  });
});
