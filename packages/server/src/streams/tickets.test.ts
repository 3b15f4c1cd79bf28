import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { hours, seconds } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { givePassword, signIn } from "../../test/build-identity.ts";
import { buildMentorshipWorld, type MentorshipWorld, must } from "../../test/build-mentorship.ts";
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

const tickets = "/api/events/tickets";
const issue = async () =>
  must(201, await world.as.coach.post(tickets)) as { ticket: string; expiresAt: string };
const use = (server: TestServer, ticket: string, where = path) =>
  server.api().get(`${where}?ticket=${encodeURIComponent(ticket)}`);

describe("a ticket", () => {
  it("opens one stream, on another process than the one that issued it", async () => {
    const { ticket, expiresAt } = await issue();
    assert.equal(expiresAt, new Date(one.clock().getTime() + seconds(60)).toISOString());
    const stream = await openStream(`${two.url + path}?ticket=${ticket}`);
    open.push(stream);
    const id = await world.session(world.ahead());
    assert.equal((await stream.atLeast(1))[0]?.data.sessionId, id);
    for (const server of [one, two]) assert.equal((await use(server, ticket)).status, 401);
  });

  it("is good once, whichever of many requests to both processes comes first", async () => {
    const { ticket } = await issue();
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => use(n % 2 ? one : two, ticket)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(11).fill(401)]);
  });

  it("is not spent by a HEAD request, nor by a stream that is refused", async () => {
    const { ticket } = await issue();
    const refused = `/api/events/mentorships/${newId()}/events`;
    for (let n = 0; n < 2; n += 1) {
      assert.equal((await fetch(`${one.url + path}?ticket=${ticket}`, { method: "HEAD" })).status, 200);
      assert.equal((await use(two, ticket, refused)).status, 404);
    }
    assert.equal((await use(two, ticket)).status, 200);
    assert.equal((await fetch(`${one.url + path}?ticket=${ticket}`, { method: "HEAD" })).status, 401);
  });

  it("is good for 60 seconds, and then gone", async () => {
    const [early, late] = [await issue(), await issue()];
    one.clock.advance(seconds(59));
    assert.equal((await use(two, early.ticket)).status, 200);
    one.clock.advance(seconds(1));
    assert.equal((await use(two, late.ticket)).status, 401);
  });

  it("holds in the organization for which it was issued, and for no route but streams", async () => {
    const person = await one.build.member(world.organizationId, "Manager");
    const elsewhere = await one.build.organization();
    await one.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Manager', $3)",
      [elsewhere, person.id, one.clock()],
    );
    const api = one.api(person.token);
    const { ticket } = must(201, await api.post(tickets, undefined, { "x-organization-id": elsewhere }));
    assert.equal((await use(two, ticket)).status, 404);
    const here = must(201, await api.post(tickets));
    assert.equal((await use(two, here.ticket, "/api/sessions")).status, 401);
    assert.equal((await use(two, here.ticket)).status, 200);
  });

  it("may be had with a sign-in cookie, and by a key that may open some stream", async () => {
    const person = await one.build.member(world.organizationId, "Manager");
    await givePassword(one, person.id);
    const { browser } = await signIn(one, person);
    const { ticket } = must(201, await one.api().post(tickets, undefined, browser));
    assert.equal((await use(two, ticket)).status, 200);
    assert.equal((await one.api().post(tickets, undefined, { cookie: browser.cookie })).status, 403);
    const byKey = must(201, await world.as.key.post(tickets));
    assert.equal((await use(two, byKey.ticket)).status, 200);
    const none = await one.build.apiKey(world.organizationId, ["live:write", "mentorship:write"]);
    assert.equal((await one.api(none.text).post(tickets)).body.code, "insufficient_scope");
    assert.equal((await one.api().post(tickets)).status, 401);
  });

  it("is worth no more than the credential for which it was given", async () => {
    const person = await one.build.member(world.organizationId, "Manager");
    await givePassword(one, person.id);
    const { token } = await signIn(one, person);
    const { ticket } = must(201, await one.api(token).post(tickets));
    must(200, await one.api(token).post("/api/auth/sign-out"));
    assert.equal((await use(one, ticket)).status, 401);
  });

  it("that is none opens nothing", async () => {
    const { ticket } = await issue();
    const others = [
      "",
      "x",
      "cvt_",
      ticket.slice(0, -1),
      `${ticket}a`,
      ticket.replace("cvt_", "cvt_0"),
      "%00",
    ];
    for (const other of [...others, world.as.coach]) {
      assert.equal((await use(two, String(other))).status, 401, String(other));
    }
    const twice = await two.api().get(`${path}?ticket=${ticket}&ticket=${ticket}`);
    assert.equal(twice.status, 401);
    assert.equal((await use(two, ticket)).status, 200);
  });

  it("comes after an Authorization header, which leaves it unused", async () => {
    const { ticket } = await issue();
    const { token } = await one.server.tokens.issue(world.ids.otherCoach, world.organizationId, hours(1));
    assert.equal((await two.api(token).get(`${path}?ticket=${ticket}`)).status, 403);
    assert.equal((await use(two, ticket)).status, 200);
  });

  it("is kept without its secret and without the credential in clear", async () => {
    const { ticket } = await issue();
    const [row] = await one.db.query<{ text: string }>(
      "select string_agg(stream_tickets::text, ' ') as text from stream_tickets",
    );
    assert.ok(row);
    assert.ok(row.text.includes(world.organizationId));
    assert.ok(!row.text.includes(ticket.slice(-43)));
    assert.ok(!row.text.includes("eyJ"));
  });
});
