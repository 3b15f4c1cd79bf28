import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { hours } from "#kernel/clock.ts";
import { givePassword, signIn } from "../../test/build-identity.ts";
import { createLive } from "../../test/build-live.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { type Listening, openStream } from "../../test/streams.ts";

let one: TestServer;
let two: TestServer;
let world: MentorshipWorld;
let path: string;
const open: Listening[] = [];

before(async () => {
  one = await startTestServer();
  two = await one.another();
  world = await buildMentorshipWorld(one);
  path = `/api/events/mentorships/${world.mentorshipId}/events`;
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.hangUp();
});
after(() => one.close());

/** The same stream from both processes. */
async function watchBoth(headers: Record<string, string>, where = path): Promise<Listening[]> {
  const streams = await Promise.all([one, two].map(({ url }) => openStream(url + where, headers)));
  open.push(...streams);
  return streams;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function allRevoked(streams: Listening[], code: string): Promise<void> {
  for (const stream of streams) {
    await stream.over();
    assert.deepEqual(stream.heard.at(-1), { id: null, name: "revoked", data: { code } });
  }
}

const member = (id: string) => `/api/organizations/${world.organizationId}/members/${id}`;

describe("an open stream ends on every process", () => {
  it("when its reader is demoted below what it takes, and nobody else's does", async () => {
    const manager = await one.build.member(world.organizationId, "Manager");
    const other = await one.build.member(world.organizationId, "Manager");
    const others = await watchBoth(bearer(other.token));
    const streams = await watchBoth(bearer(manager.token));
    must(200, await world.as.admin.patch(member(manager.id), { role: "OrganizationAdmin" }));
    const id = await world.session(world.ahead());
    for (const stream of streams) assert.equal((await stream.atLeast(1))[0]?.data.sessionId, id);
    must(200, await world.as.admin.patch(member(manager.id), { role: "Coach" }));
    await allRevoked(streams, "forbidden");
    const next = await world.session(world.ahead());
    for (const stream of others) assert.equal((await stream.atLeast(2))[1]?.data.sessionId, next);
  });

  it("when its reader is no longer a member", async () => {
    const manager = await one.build.member(world.organizationId, "Manager");
    const streams = await watchBoth(bearer(manager.token));
    must(200, await world.as.admin.delete(member(manager.id)));
    await allRevoked(streams, "not_a_member");
    const again = await two.api(manager.token).get(path);
    assert.equal(again.status, 403);
  });

  it("when the sign-in is over from which its cookie, its token or its ticket came", async () => {
    const manager = await one.build.member(world.organizationId, "Manager");
    await givePassword(one, manager.id);
    const here = await signIn(one, manager);
    const elsewhere = await signIn(one, manager);
    const { ticket } = must(201, await one.api(here.token).post("/api/events/tickets"));
    const streams = [...(await watchBoth(bearer(here.token))), ...(await watchBoth({ cookie: here.cookie }))];
    streams.push(await openStream(`${two.url + path}?ticket=${ticket}`));
    const kept = await watchBoth(bearer(elsewhere.token));
    must(200, await one.api(here.token).post("/api/auth/sign-out"));
    await allRevoked(streams, "unauthenticated");
    assert.ok(kept.every((stream) => !stream.isOver()));
    must(200, await one.api(elsewhere.token).post("/api/auth/sign-out-everywhere"));
    await allRevoked(kept, "unauthenticated");
  });

  it("when its key is revoked, or loses the scope", async () => {
    for (const change of ["revoked_at = created_at", "scopes = '{live:read}'"]) {
      const key = await one.build.apiKey(world.organizationId, ["mentorship:read"]);
      const streams = await watchBoth(bearer(key.text));
      await one.db.query(`update api_keys set ${change} where id = $1`, [key.id]);
      await allRevoked(streams, change.startsWith("revoked") ? "unauthenticated" : "insufficient_scope");
    }
  });

  it("although the announcement of the change was lost", async () => {
    const manager = await one.build.member(world.organizationId, "Manager");
    const streams = await watchBoth(bearer(manager.token));
    const cut = await one.db.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'convene listener'",
    );
    assert.ok(cut.length >= 4);
    await one.db.query("delete from members where person_id = $1", [manager.id]);
    await allRevoked(streams, "not_a_member");
  });
});

describe("an open stream", () => {
  it("ends without a word when its reader may read something else of it, and comes back as that", async () => {
    const person = await one.build.member(world.organizationId, "Manager");
    const session = await createLive(world.as.admin);
    const where = `/api/events/live/${session.id}/events`;
    const streams = await watchBoth(bearer(person.token), where);
    must(201, await world.as.coach.post(`/v1/sessions/${session.id}/register`));
    await eventually(async () =>
      assert.ok(streams.every(({ heard }) => heard.some(({ data }) => data.personId === world.ids.coach))),
    );
    must(200, await world.as.admin.patch(member(person.id), { role: "Coach" }));
    for (const stream of streams) {
      await stream.over();
      assert.notEqual(stream.heard.at(-1)?.name, "revoked");
    }
    const last = streams[0]?.heard.at(-1)?.id ?? "";
    const again = await openStream(two.url + where, { ...bearer(person.token), "last-event-id": last });
    open.push(again);
    must(200, await world.as.coach.delete(`/v1/sessions/${session.id}/register`));
    const [first] = await again.atLeast(1);
    assert.deepEqual(
      [first?.name, first?.data.status, first?.data.personId],
      ["registration-update", "none", undefined],
    );
  });

  it("stays with the organization for which it was opened, when the cookie's changes", async () => {
    const person = await one.build.member(world.organizationId, "Manager");
    const elsewhere = await one.build.organization();
    await one.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Teacher', $3)",
      [elsewhere, person.id, one.clock()],
    );
    await givePassword(one, person.id);
    const { token, cookie, browser } = await signIn(one, person, { organizationId: world.organizationId });
    assert.ok(token);
    const streams = await watchBoth({ cookie });
    must(200, await one.api().post("/api/auth/organization", { organizationId: elsewhere }, browser));
    await eventually(async () => {
      const me = await two.api().get("/api/me", { cookie });
      assert.equal(me.body.data.organization?.id, elsewhere);
    });
    const id = await world.session(world.ahead());
    for (const stream of streams) assert.equal((await stream.atLeast(1))[0]?.data.sessionId, id);
  });
});

describe("a token that expires", () => {
  it("ends its stream at the next ping", async () => {
    const server = await startTestServer({ streamTimes: { pingEvery: 100 } });
    const own = await buildMentorshipWorld(server);
    const { token } = await server.server.tokens.issue(own.ids.coach, own.organizationId, hours(1));
    const where = `${server.url}/api/events/mentorships/${own.mentorshipId}/events`;
    const stream = await openStream(where, bearer(token));
    await eventually(async () => assert.ok(stream.pings() >= 2));
    assert.equal(stream.isOver(), false);
    server.clock.advance(hours(1));
    await allRevoked([stream], "unauthenticated");
    await server.close();
  });
});
