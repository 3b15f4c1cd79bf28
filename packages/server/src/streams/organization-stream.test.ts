import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { Api } from "../../test/api.ts";
import { createLive, liveBody } from "../../test/build-live.ts";
import { buildMentorshipWorld } from "../../test/build-mentorship.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { type Listening, openStream, unread } from "../../test/streams.ts";

let one: TestServer;
let two: TestServer;
let organizationId: string;
let admin: BuiltPerson;
let manager: BuiltPerson;
let creator: BuiltPerson;
let guest: BuiltPerson;
let as: Record<"admin" | "manager" | "creator" | "guest", Api>;
const open: Listening[] = [];

before(async () => {
  one = await startTestServer();
  two = await one.another();
  organizationId = await one.build.organization();
  admin = await one.build.member(organizationId, "OrganizationAdmin");
  manager = await one.build.member(organizationId, "Manager");
  creator = await one.build.member(organizationId, "Teacher");
  guest = await one.build.member(organizationId, "Teacher");
  as = {
    admin: one.api(admin.token),
    manager: one.api(manager.token),
    creator: one.api(creator.token),
    guest: one.api(guest.token),
  };
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.hangUp();
});
after(() => one.close());

async function watch(path: string, token: string, headers: object = {}): Promise<Listening> {
  const stream = await openStream(two.url + path, { authorization: `Bearer ${token}`, ...headers });
  open.push(stream);
  return stream;
}

const organizationPath = "/api/events/organization/events";

describe("the stream of an organization", () => {
  it("has every stored event of it in order, and none of another's", async () => {
    const stream = await watch(organizationPath, admin.token);
    const foreign = await buildMentorshipWorld(one);
    await foreign.session(60);
    const session = await createLive(as.creator);
    await as.guest.post(`/v1/sessions/${session.id}/register`);
    const person = await one.build.member(organizationId, "Coach");
    const member = `/api/organizations/${organizationId}/members/${person.id}`;
    const { status } = await as.admin.patch(member, { role: "Manager" });
    assert.equal(status, 200);
    await stream.atLeast(3);
    const rows = await one.db.query<{ id: string; occurred_at: Date; type: string }>(
      `select id, type, subject_id as "subjectId", version, occurred_at, payload from events
       where organization_id = $1 order by position`,
      [organizationId],
    );
    const expected = rows.map(({ occurred_at, ...row }) => ({
      id: row.id,
      name: "message",
      data: { ...row, occurredAt: occurred_at.toISOString() },
    }));
    assert.deepEqual(stream.heard, expected);
    assert.deepEqual(
      stream.heard.map(({ data }) => data.type),
      ["live.session.created", "live.registration.created", "member.role_changed"],
    );
    const [first] = stream.heard;
    const again = await watch(organizationPath, admin.token, { "last-event-id": first?.id });
    assert.deepEqual(await again.atLeast(2), expected.slice(1));
  });

  it("is for whom inspection is: OrganizationAdmin and up, and keys with events:read", async () => {
    assert.equal((await as.admin.get(organizationPath)).status, 200);
    for (const api of [as.manager, as.creator, await one.memberApi(organizationId, "Coach")]) {
      const answer = await api.get(organizationPath);
      assert.deepEqual([answer.status, answer.body.code], [403, "forbidden"]);
      assert.equal((await api.get("/api/events")).status, 403);
    }
    const key = await one.build.apiKey(organizationId, ["events:read"]);
    assert.equal((await one.api(key.text).get(organizationPath)).status, 200);
    const other = await one.build.apiKey(organizationId, ["mentorship:read", "live:read"]);
    assert.equal((await one.api(other.text).get(organizationPath)).body.code, "insufficient_scope");
    const homeless = await one.build.person();
    assert.equal((await one.api(homeless.token).get(organizationPath)).status, 400);
  });
});

describe("the stream of a live session", () => {
  it("tells members what happens, and whose registration it is only those who manage it", async () => {
    const session = await createLive(as.creator, liveBody({ max_participants: 1 }));
    const path = `/api/events/live/${session.id}/events`;
    await unread(one, two);
    const seen = await watch(path, guest.token);
    const managed = [await watch(path, creator.token), await watch(path, manager.token)];
    const other = await createLive(as.creator);
    await as.guest.post(`/v1/sessions/${other.id}/register`);
    await as.guest.post(`/v1/sessions/${session.id}/register`);
    await as.manager.post(`/v1/sessions/${session.id}/register`, { waitlist: true });
    await as.guest.delete(`/v1/sessions/${session.id}/register`);
    await as.creator.patch(`/v1/sessions/${session.id}`, { title: "Breathing for all" });
    for (const step of ["start", "end"]) await as.creator.post(`/v1/sessions/${session.id}/${step}`);
    const registration = (type: string, status: string, personId: string) => ({
      name: "registration-update",
      data: { type: `live.registration.${type}`, status, personId },
    });
    const update = (type: string, more: object) => ({
      name: "session-update",
      data: { type: `live.session.${type}`, ...more },
    });
    const expected = [
      registration("created", "registered", guest.id),
      registration("waitlisted", "waitlisted", manager.id),
      registration("cancelled", "none", guest.id),
      registration("promoted", "registered", manager.id),
      update("edited", { changed: ["title"] }),
      update("started", { status: "live" }),
      update("ended", { status: "ended" }),
    ];
    const told = async (stream: Listening) =>
      (await stream.atLeast(expected.length)).map(({ id, name, data }) => {
        const { eventId, sessionId, version, occurredAt, ...more } = data;
        assert.deepEqual([eventId, sessionId, typeof version], [id, session.id, "number"]);
        assert.equal(occurredAt, one.clock().toISOString());
        return { name, data: more };
      });
    for (const stream of managed) assert.deepEqual(await told(stream), expected);
    const unnamed = JSON.parse(
      JSON.stringify(expected, (name, value) => (name === "personId" ? undefined : value)),
    );
    assert.deepEqual(await told(seen), unnamed);
  });

  it("begins with its creation for whoever comes back from before it", async () => {
    const stream = await watch(organizationPath, admin.token);
    await createLive(as.creator);
    const [before] = await stream.atLeast(1);
    const session = await createLive(as.creator);
    await stream.atLeast(2);
    const path = `/api/events/live/${session.id}/events`;
    const [first] = await (await watch(path, guest.token, { "last-event-id": before?.id })).atLeast(1);
    assert.deepEqual(
      [first?.name, first?.data.type, first?.data.status],
      ["session-update", "live.session.created", "scheduled"],
    );
  });

  it("is for members and keys with live:read, and not there for another organization", async () => {
    const session = await createLive(as.creator);
    const path = `/api/events/live/${session.id}/events`;
    assert.equal((await as.guest.get(path)).status, 200);
    const key = await one.build.apiKey(organizationId, ["live:read"]);
    assert.equal((await one.api(key.text).get(path)).status, 200);
    const wrong = await one.build.apiKey(organizationId, ["events:read"]);
    assert.equal((await one.api(wrong.text).get(path)).status, 403);
    const foreign = await one.memberApi(await one.build.organization(), "OrganizationAdmin");
    const answer = await foreign.get(path);
    assert.deepEqual([answer.status, answer.body.error], [404, "not_found"]);
    assert.equal((await one.api().get(path)).status, 401);
  });
});
