import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../test/api.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { newId } from "../kernel/ids.ts";

const path = "/api/webhook-endpoints";
/** Nobody listens there, and it leads nowhere else. */
const origin = "https://127.0.0.9:1";
const url = `${origin}/convene?token=t`;

describe("webhook endpoints", () => {
  let server: TestServer;
  let organizationId: string;
  let admin: Api;
  let adminId: string;

  const create = async (body: object = { url }, api = admin) => {
    const answer = await api.post(path, body);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return answer.body.data;
  };

  before(async () => {
    server = await startTestServer({ settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.9/32" } });
    organizationId = await server.build.organization();
    const person = await server.build.member(organizationId, "OrganizationAdmin");
    adminId = person.id;
    admin = server.api(person.token);
  });
  after(() => server.close());

  test("is made with a secret that is shown once and stored sealed", async () => {
    const answer = await admin.post(path, { url, description: " Ours " }, { "idempotency-key": "make" });
    assert.equal(answer.status, 201);
    const { secret, ...endpoint } = answer.body.data;
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    const now = server.clock().toISOString();
    assert.deepEqual(endpoint, {
      id: endpoint.id,
      url,
      description: "Ours",
      events: ["*"],
      enabled: true,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      lastSuccessAt: null,
      previousSecretUntil: null,
      createdBy: adminId,
      createdAt: now,
      updatedAt: now,
    });
    assert.deepEqual((await admin.get(`${path}/${endpoint.id}`)).body.data, endpoint);
    const list = await admin.get(path);
    assert.deepEqual(
      list.body.data.find(({ id }: { id: string }) => id === endpoint.id),
      endpoint,
    );
    const again = await admin.post(path, { url, description: " Ours " }, { "idempotency-key": "make" });
    assert.equal(again.body.data.secret, secret);
    const rotated = await admin.post(`${path}/${endpoint.id}/rotate-secret`, undefined, {
      "idempotency-key": "rotate",
    });
    const secrets = [secret, rotated.body.data.secret].map((text: string) => text.slice(6));
    for (const table of ["webhook_endpoints", "idempotency_keys", "events", "effects"]) {
      const rows = JSON.stringify(await server.db.query(`select * from ${table}`));
      assert.ok(
        secrets.every((text) => !rows.includes(text)),
        table,
      );
    }
    for (const answer of [await admin.get(path), await admin.get(`${path}/${endpoint.id}`)])
      assert.ok(!JSON.stringify(answer.body).includes("whsec_"));
  });

  test("takes URLs that may be reached, and filters that let something through", async () => {
    for (const events of [["*"], ["mentorship.*", "live.session.started"], ["mentorship.session.*"]])
      assert.deepEqual((await create({ url, events })).events, events);
    const bad: [object, string[]][] = [
      [{}, ["/url"]],
      [{ url: "ftp://example.com/" }, ["/url"]],
      [{ url: "not a url" }, ["/url"]],
      [{ url: `https://example.com/${"x".repeat(2_000)}` }, ["/url"]],
      [{ url: "https://user:secret@example.com/" }, ["/url"]],
      [{ url: "https://@example.com/" }, ["/url"]],
      [{ url: "https://example.com/#part" }, ["/url"]],
      [{ url: "https://example.com:0/" }, ["/url"]],
      [{ url: "https://a..example.com/" }, ["/url"]],
      [{ url: "http://127.0.0.1/" }, ["/url"]],
      [{ url: "http://2130706433/" }, ["/url"]],
      [{ url: "https://[::ffff:10.0.0.1]/" }, ["/url"]],
      [{ url: "https://169.254.169.254/latest", events: ["mentorship.sesion.*"] }, ["/events/0", "/url"]],
      [{ url, events: [] }, ["/events"]],
      [{ url, events: ["*", "*"] }, ["/events"]],
      [
        { url, events: ["*", "mentorship", "live.sessions.*", "m*", ""] },
        ["/events/1", "/events/2", "/events/3", "/events/4"],
      ],
      [{ url, events: ["mentorship.reaction.sent"] }, ["/events/0"]],
      [{ url, events: ["effect.retried"] }, ["/events/0"]],
      [{ url, events: "*" }, ["/events"]],
      [{ url, description: 5 }, ["/description"]],
      [{ url, secret: "whsec_mine" }, ["/secret"]],
    ];
    for (const [body, pointers] of bad) {
      const answer = await admin.post(path, body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      const named = answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort();
      assert.deepEqual(named, pointers, JSON.stringify(body));
    }
    const { id, ...odd } = await create({ url: "HTTPS://127.0.0.9:1\\a/../é?q" });
    assert.equal(odd.url, `${origin}/%C3%A9?q`);
    const same = await admin.patch(`${path}/${id}`, { url: `${origin}/é?q` });
    assert.deepEqual([same.body.data.url, same.body.data.updatedAt], [odd.url, odd.updatedAt]);
    const patch = await admin.patch(`${path}/${id}`, { url: "http://10.0.0.1/", events: ["typo"] });
    assert.deepEqual([patch.status, patch.body.errors.length], [400, 2]);
  });

  test("in production takes https alone, and http only where the operator allows networks", async () => {
    const strict = await server.another({ NODE_ENV: "production", WEBHOOK_ALLOW_PRIVATE: "" });
    const lenient = await server.another({
      NODE_ENV: "production",
      WEBHOOK_ALLOW_PRIVATE: "10.0.0.0/8, fd00::/8",
    });
    const { token } = await server.build.member(organizationId, "OrganizationAdmin");
    const status = async (at: TestServer, target: string) =>
      (await at.api(token).post(path, { url: target, events: ["live.*"] })).status;
    assert.equal(await status(strict, "http://hooks.example.com/"), 400);
    assert.equal(await status(strict, "https://hooks.example.com/"), 201);
    assert.equal(await status(lenient, "http://10.1.2.3/"), 201);
    assert.equal(await status(lenient, "http://[fd00::1]/"), 201);
    assert.equal(await status(lenient, "http://8.8.8.8/"), 400);
    assert.equal(await status(lenient, "http://127.0.0.1/"), 400);
  });

  test("is changed, switched off and on, and removed; the audit trail has each", async () => {
    const { id, secret, ...made } = await create();
    const same = await admin.patch(`${path}/${id}`, { url, events: ["*"], enabled: true });
    assert.deepEqual([same.status, same.body.data], [200, { id, ...made }]);
    server.clock.advance(1000);
    const changed = await admin.patch(`${path}/${id}`, { events: ["live.*"], description: "Live" });
    const now = server.clock().toISOString();
    assert.deepEqual(changed.body.data, {
      ...{ id, ...made },
      ...{ events: ["live.*"], description: "Live", updatedAt: now },
    });
    const off = await admin.patch(`${path}/${id}`, { enabled: false });
    const { enabled, disabledAt, disabledReason } = off.body.data;
    assert.deepEqual([enabled, disabledAt, disabledReason], [false, now, "switched_off"]);
    await admin.patch(`${path}/${id}`, { enabled: false });
    await admin.patch(`${path}/${id}`, { enabled: true, url: `${origin}/new` });
    await admin.post(`${path}/${id}/rotate-secret`);
    const removed = await admin.delete(`${path}/${id}`);
    assert.deepEqual([removed.status, removed.body.data.url], [200, `${origin}/new`]);
    assert.equal((await admin.get(`${path}/${id}`)).status, 404);
    assert.equal((await admin.delete(`${path}/${id}`)).status, 404);
    const events = await server.db.query(
      "select type, version, payload, actor_id from events where subject_id = $1 order by version",
      [id],
    );
    const happened: [string, object][] = [
      ["webhook.endpoint_created", { events: ["*"] }],
      ["webhook.endpoint_changed", { changed: ["description", "events"] }],
      ["webhook.endpoint_disabled", { reason: "switched_off" }],
      ["webhook.endpoint_changed", { changed: ["url"] }],
      ["webhook.endpoint_enabled", {}],
      ["webhook.secret_rotated", {}],
      ["webhook.endpoint_deleted", {}],
    ];
    assert.deepEqual(
      events,
      happened.map(([type, more], n) => ({
        ...{ type, version: n + 1, actor_id: adminId },
        payload: { endpointId: id, ...more },
      })),
    );
  });

  test("an organization has at most fifty, also when they are made at once", async () => {
    const other = await server.build.organization();
    const api = await server.memberApi(other, "OrganizationAdmin");
    const answers = await Promise.all(Array.from({ length: 60 }, () => api.post(path, { url })));
    const statuses = Map.groupBy(answers, ({ status }) => status);
    assert.deepEqual([statuses.get(201)?.length, statuses.get(409)?.length], [50, 10]);
    const page = await api.get(`${path}?limit=20&offset=40`);
    assert.deepEqual([page.body.data.length, page.body.meta.total_count], [10, 50]);
  });

  test("is for administrators, and for API keys with the scope", async () => {
    const { id } = await create();
    const routes: [keyof Api, string, object?][] = [
      ["get", "/api/webhook-event-types"],
      ["get", path],
      ["get", `${path}/${id}`],
      ["get", `${path}/${id}/deliveries`],
      ["get", `${path}/${id}/deliveries/${newId()}`],
      ["post", path, { url }],
      ["patch", `${path}/${id}`, { description: "x" }],
      ["post", `${path}/${id}/rotate-secret`],
      ["post", `${path}/${id}/test`],
      ["post", `${path}/${id}/deliveries/${newId()}/replay`],
      ["post", `${path}/${id}/replay`, { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }],
      ["delete", `${path}/${id}`],
    ];
    const ask = async (api: Api, [method, route, body]: (typeof routes)[number]) =>
      (await (api[method] as Api["post"])(route, body)).status;
    for (const role of ["Teacher", "Coach", "Manager"] as const) {
      const api = await server.memberApi(organizationId, role);
      for (const route of routes) assert.equal(await ask(api, route), 403, `${role} ${route[1]}`);
    }
    const foreign = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    for (const route of routes.filter(([, target]) => target.includes(id)))
      assert.equal(await ask(foreign, route), 404, route[1]);
    const key = async (scopes: Parameters<TestServer["build"]["apiKey"]>[1]) =>
      server.api((await server.build.apiKey(organizationId, scopes)).text);
    const [reading, writing, others] = [
      await key(["webhooks:read"]),
      await key(["webhooks:read", "webhooks:write"]),
      await key(["mentorship:write", "events:read"]),
    ];
    for (const route of routes) {
      assert.equal(await ask(others, route), 403, route[1]);
      if (route[0] !== "get") assert.equal(await ask(reading, route), 403, route[1]);
      const status = await ask(writing, route);
      assert.ok(status < 300 || (status === 404 && /deliveries\/./.test(route[1])), `${route[1]} ${status}`);
    }
  });

  test("says which events there are", async () => {
    const { data } = (await admin.get("/api/webhook-event-types")).body;
    const types = data.map(({ type }: { type: string }) => type);
    for (const type of ["mentorship.session.scheduled", "webhook.endpoint_disabled"])
      assert.ok(types.includes(type));
    assert.ok(!types.includes("mentorship.reaction.sent"));
  });
});
