import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { buildWebhookWorld, type WebhookWorld } from "../../test/build-webhooks.ts";
import { settled, travel } from "../../test/travel.ts";
import { verify } from "../../test/webhook-receiver.ts";
import { hours, minutes } from "../kernel/clock.ts";
import { createVault } from "../kernel/vault.ts";

describe("webhooks", () => {
  let world: WebhookWorld;
  const tell = async (...given: Parameters<WebhookWorld["happen"]>) => {
    const ids = await world.happen(...given);
    await settled(world.server);
    return ids;
  };
  const types = (path: string) => world.receiver.at(path).map(({ body }) => body.type);

  before(async () => {
    world = await buildWebhookWorld();
  });
  after(() => world.close());

  test("a change arrives, signed, as ids and facts that the public library verifies", async () => {
    const { secret } = await world.endpoint("/signed", { events: ["organization.changed"] });
    await world.as.admin.patch(`/api/organizations/${world.organizationId}`, { name: "Renamed" });
    await settled(world.server);
    const [request, ...others] = world.receiver.at("/signed");
    assert.ok(request && others.length === 0);
    const [event] = await world.server.db.query<{ id: string; occurred_at: Date }>(
      "select id, occurred_at from events where type = 'organization.changed'",
    );
    assert.deepEqual(verify(request, secret), {
      type: "organization.changed",
      timestamp: event?.occurred_at.toISOString(),
      data: {
        changed: ["name"],
        organizationId: world.organizationId,
        subjectId: world.organizationId,
        version: 1,
        eventId: event?.id,
      },
    });
    assert.match(String(request.headers["webhook-id"]), /^msg_[0-9a-f]{32}$/);
    assert.equal(request.headers["webhook-timestamp"], String(request.at.getTime() / 1000));
    assert.equal(request.headers["content-type"], "application/json");
    const other = await world.endpoint("/other", { events: ["api_key.*"] });
    assert.throws(() => verify(request, other.secret), /No matching signature/);
    assert.throws(() => verify({ ...request, text: request.text.replace("name", "game") }, secret));
  });

  test("an endpoint gets the types that it asked for, by name, by their beginning, or all", async () => {
    await world.endpoint("/exact", { events: ["screening.contact.created", "api_key.revoked"] });
    await world.endpoint("/beginning", { events: ["screening.template.*"] });
    await world.endpoint("/all", { events: ["*"] });
    const happened = ["screening.contact.created", "screening.template.changed", "api_key.revoked"];
    for (const type of [...happened, "api_key.created"]) await tell([{ subjectId: "filters" }], type);
    assert.deepEqual(types("/exact"), ["screening.contact.created", "api_key.revoked"]);
    assert.deepEqual(types("/beginning"), ["screening.template.changed"]);
    // It is told of itself as well.
    assert.deepEqual(types("/all"), ["webhook.endpoint_created", ...happened, "api_key.created"]);
  });

  test("what somebody sends again in inspection is not told, in no filter", async () => {
    const { id } = await world.endpoint("/inspected", { events: ["*"] });
    await tell([{ subjectId: "inspected" }]);
    const [delivery] = await world.deliveries(id, "&type=screening.contact.created");
    await world.server.db.query("update effects set state = 'failed' where id = $1", [delivery?.id]);
    assert.equal((await world.as.admin.post(`/api/effects/${delivery?.id}/retry`)).status, 200);
    await settled(world.server);
    const trail = await world.as.admin.get("/api/events?type=effect.retried");
    assert.equal(trail.body.data.length, 1);
    assert.ok(!types("/inspected").includes("effect.retried"));
    assert.equal(types("/inspected").filter((type) => type === "screening.contact.created").length, 2);
  });

  test("another organization's events go nowhere else", async () => {
    await world.endpoint("/ours", { events: ["*"] });
    const before = world.receiver.at("/ours").length;
    const foreign = await world.server.build.organization();
    const api = await world.server.memberApi(foreign, "OrganizationAdmin");
    await api.patch(`/api/organizations/${foreign}`, { name: "Theirs" });
    await settled(world.server);
    assert.equal(world.receiver.at("/ours").length, before);
  });

  test("what was before an endpoint is not sent there", async () => {
    await tell([{ subjectId: "before" }]);
    await world.endpoint("/late");
    assert.deepEqual(types("/late"), []);
  });

  test("what concerns one subject arrives in its order, whatever happens to others", async () => {
    await world.endpoint("/ordered");
    const subjects = ["a", "b", "c", "d", "e", "f"];
    await tell(
      Array.from({ length: 10 }, (_, n) => subjects.map((subjectId) => ({ subjectId, n: n + 1 }))).flat(),
    );
    await travel(world.server, hours(1));
    for (const subject of subjects) {
      const versions = world.receiver
        .at("/ordered")
        .filter(({ body }) => body.data.subjectId === subject)
        .map(({ body }) => body.data.version);
      assert.deepEqual(
        versions,
        Array.from({ length: 10 }, (_, n) => n + 1),
        subject,
      );
    }
  });

  test("an event told twice is one message: each endpoint has one identity for it", async () => {
    await world.endpoint("/one");
    await world.endpoint("/two");
    await tell([{ subjectId: "identity" }]);
    const idOf = (path: string) => world.receiver.at(path).map(({ headers }) => headers["webhook-id"]);
    await world.server.db.query("update events set position = null where subject_id = 'identity'");
    await tell([{ subjectId: "identity", n: 2 }]);
    assert.equal(idOf("/one").length, 2);
    assert.equal(new Set([...idOf("/one"), ...idOf("/two")]).size, 4);
  });

  test("a new secret signs beside the former one for a day, and then alone", async () => {
    const { id, secret } = await world.endpoint("/rotated");
    const { status, body } = await world.as.admin.post(`/api/webhook-endpoints/${id}/rotate-secret`);
    assert.equal(status, 200);
    const renewed = body.data.secret;
    assert.notEqual(renewed, secret);
    assert.equal(
      body.data.previousSecretUntil,
      new Date(world.server.clock().getTime() + hours(24)).toISOString(),
    );
    const last = () => world.receiver.at("/rotated").at(-1)!;
    await tell([{ subjectId: "rotation", n: 1 }]);
    assert.equal(String(last().headers["webhook-signature"]).split(" ").length, 2);
    for (const one of [renewed, secret]) assert.ok(verify(last(), one));
    await travel(world.server, hours(24));
    await tell([{ subjectId: "rotation", n: 2 }]);
    assert.equal(last().body.data.n, 2);
    assert.ok(verify(last(), renewed));
    assert.throws(() => verify(last(), secret), /No matching signature/);
  });

  test("of three secrets the two newest sign", async () => {
    const { id, secret } = await world.endpoint("/again");
    const rotate = async () =>
      (await world.as.admin.post(`/api/webhook-endpoints/${id}/rotate-secret`)).body.data.secret;
    const second = await rotate();
    const third = await rotate();
    await tell([{ subjectId: "again" }]);
    const request = world.receiver.at("/again").at(-1)!;
    for (const one of [second, third]) assert.ok(verify(request, one));
    assert.throws(() => verify(request, secret), /No matching signature/);
  });

  test("a secret that cannot be read sends nothing unsigned, and a new one puts it right", async () => {
    const { id } = await world.endpoint("/unreadable");
    const sealed = createVault("another secret for tests, thirty-two characters").seal("whsec_AAAA");
    await world.server.db.query("update webhook_endpoints set secret = $1 where id = $2", [sealed, id]);
    await tell([{ subjectId: "unreadable" }]);
    const [delivery] = await world.deliveries(id);
    assert.equal(delivery?.state, "waiting");
    assert.match(delivery?.outcome ?? "", /was SECRET changed/);
    const { body } = await world.as.admin.post(`/api/webhook-endpoints/${id}/rotate-secret`);
    await travel(world.server, minutes(1));
    const [request, ...others] = world.receiver.at("/unreadable");
    assert.ok(request && others.length === 0);
    assert.ok(verify(request, body.data.secret));
  });

  test("a test event goes to one endpoint alone, whatever its filters, and is logged", async () => {
    const { id, secret } = await world.endpoint("/test", { events: ["api_key.*"] });
    await world.endpoint("/untested", { events: ["*"] });
    const before = world.receiver.at("/untested").length;
    const { status, body } = await world.as.admin.post(`/api/webhook-endpoints/${id}/test`);
    assert.equal(status, 202);
    assert.deepEqual([body.data.type, body.data.state], ["webhook.test", "waiting"]);
    await settled(world.server);
    const [request] = world.receiver.at("/test");
    assert.ok(request);
    assert.deepEqual(verify(request, secret), {
      type: "webhook.test",
      timestamp: world.server.clock().toISOString(),
      data: { organizationId: world.organizationId, endpointId: id },
    });
    assert.equal(request.headers["webhook-id"], body.data.webhookId);
    assert.equal(world.receiver.at("/untested").length, before);
    const [delivery] = await world.deliveries(id);
    assert.deepEqual([delivery?.id, delivery?.state], [body.data.id, "delivered"]);
  });

  test("an address that is not public is not reached, and what is tried there says why", async () => {
    const { id } = await world.endpoint("/private");
    await world.server.db.query(
      "update webhook_endpoints set url = replace(url, '127.0.0.1', '[::1]') where id = $1",
      [id],
    );
    await tell([{ subjectId: "private" }]);
    const [delivery] = await world.deliveries(id);
    assert.equal(delivery?.state, "waiting");
    assert.match(delivery?.outcome ?? "", /must not lead to an address that is not public/);
  });
});
