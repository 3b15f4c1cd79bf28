import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { minutes } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import type { Api, Response } from "../../test/api.ts";
import { must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld, type RoomsOf, roomsOf } from "../../test/build-rooms.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { invitationToken } from "./invitation.ts";

let server: TestServer;
let rooms: RoomsOf;
let world: DepositionWorld;

before(async () => {
  server = await startTestServer();
  rooms = roomsOf(server);
  world = await buildDepositionRoom(server);
});
after(() => server.close());

const refused = ({ status, body }: Response) => [status, body.code];
const visit = (api: Api, { pathId } = world) => api.get(`/api/rooms/${pathId}`);
const ticket = (api: Api, { pathId } = world, body: object = {}) =>
  api.post(`/api/rooms/${pathId}/tickets`, body);
const visitAs = (invitation: string, { pathId, anybody } = world) =>
  anybody.post(`/api/rooms/${pathId}/visit`, { invitation });
const ticketAs = (invitation: string, name?: string, { pathId, anybody } = world) =>
  anybody.post(`/api/rooms/${pathId}/tickets`, { invitation, ...(name ? { name } : {}) });

describe("the door of a deposition's room", () => {
  it("knows everybody who may enter, and as what", async () => {
    const you = async (api: Api) => {
      const { role, enters } = must(200, await visit(api)).you;
      return [role, enters];
    };
    assert.deepEqual(await you(world.as.host), ["host", "at_once"]);
    assert.deepEqual(await you(world.as.manager), ["host", "at_once"]);
    assert.deepEqual(await you(world.as.invited), ["participant", "when_admitted"]);
    assert.deepEqual(await you(world.as.coach), ["participant", "when_admitted"]);
    const guest = must(200, await visitAs(world.guest.invitation));
    assert.deepEqual(guest.you, {
      name: null,
      role: "participant",
      enters: "when_admitted",
      asksName: true,
      removed: false,
    });
    assert.equal(must(200, await visitAs(world.deponent.invitation)).you.name, "Malachite Yarrow");
  });

  it("shows what the session is", async () => {
    const shown = must(200, await visit(world.as.host));
    const { title, product, provider, entry, features } = shown;
    assert.deepEqual(
      [shown.id, title, product, provider],
      [world.pathId, "Deposition of Malachite Yarrow", "depositions", "built_in"],
    );
    assert.deepEqual(
      [shown.startsAt, shown.endsAt, shown.now],
      ["2026-03-02T09:10:00.000Z", "2026-03-02T10:10:00.000Z", "2026-03-02T09:00:00.000Z"],
    );
    assert.deepEqual(entry, {
      state: "open",
      opensAt: "2026-03-02T08:55:00.000Z",
      closesAt: "2026-03-02T10:40:00.000Z",
    });
    assert.deepEqual(features, { mayBeRecorded: true, hasRecord: true, hasReactions: false });
  });

  it("is shut to members who are not invited, to strangers, and to other organizations", async () => {
    for (const ask of [visit, ticket]) {
      assert.deepEqual(refused(await ask(world.as.teacher)), [403, "forbidden"]);
      assert.deepEqual(refused(await ask(world.as.foreigner)), [404, "not_found"]);
      assert.deepEqual(refused(await ask(world.anybody)), [401, "unauthenticated"]);
      assert.deepEqual(refused(await ask(world.as.host, { ...world, pathId: "no-such-session" })), [
        404,
        "not_found",
      ]);
    }
  });

  it("lets a key look with the scope of the product, and never in", async () => {
    const { text } = await server.build.apiKey(world.organizationId, ["depositions:read"]);
    assert.equal(must(200, await visit(server.api(text))).you.role, "host");
    assert.deepEqual(refused(await ticket(server.api(text))), [403, "forbidden"]);
    const other = await server.build.apiKey(world.organizationId, ["live:read", "live:write"]);
    assert.deepEqual(refused(await visit(server.api(other.text))), [403, "insufficient_scope"]);
  });

  it("finds the session also where its member has chosen another of their organizations", async () => {
    const elsewhere = await server.build.organization();
    const { invited } = world.people;
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Teacher', $3)",
      [elsewhere, invited.id, server.clock()],
    );
    const { token } = await server.server.tokens.issue(invited.id, elsewhere, minutes(10));
    assert.equal(must(200, await visit(server.api(token))).you.role, "participant");
    must(201, await ticket(server.api(token)));
  });

  it("opens and closes by the clock, and says so", async () => {
    const later = await buildDepositionRoom(server, 30);
    const early = await ticket(later.as.host, later);
    assert.deepEqual(refused(early), [409, "room_not_open"]);
    assert.match(early.body.detail, /2026-03-02T09:15:00.000Z/);
    assert.equal(must(200, await visit(later.as.host, later)).entry.state, "early");
    server.clock.advance(minutes(120));
    assert.deepEqual(refused(await ticket(later.as.host, later)), [410, "room_over"]);
    assert.equal(must(200, await visit(later.as.host, later)).entry.state, "over");
    server.clock.advance(-minutes(120));
  });

  it("asks guests for a name, and members for none", async () => {
    const nameless = await ticketAs(world.guest.invitation);
    assert.deepEqual(refused(nameless), [400, "invalid_request"]);
    assert.equal(nameless.body.errors[0].pointer, "/name");
    must(201, await ticketAs(world.guest.invitation, "Grace Hopper"));
    must(201, await ticketAs(world.guest.invitation));
    must(201, await ticketAs(world.deponent.invitation));
    const { participant } = await rooms.enter(world.as.host, world.pathId, { name: "Somebody Else" });
    assert.equal(participant.name, "Ada Lovelace");
  });

  it("takes no name of a guest that shows nothing, or turns round what stands beside it", async () => {
    for (const name of ["\u200b\u200b", "\u2800", "\u3164", "\u202eecarG", "Grace\u2067"]) {
      const answer = await ticketAs(world.guest.invitation, name);
      assert.deepEqual(
        [...refused(answer), answer.body.errors[0].pointer],
        [400, "invalid_request", "/name"],
      );
    }
    for (const name of ["李", "🙂", "نور", "Zoë <b>", "👩\u200d⚖️"])
      must(201, await ticketAs(world.guest.invitation, name));
  });
});

describe("people in a deposition's room", () => {
  it("become hosts, or have to leave, as its list of invites changes", async () => {
    const other = await buildDepositionRoom(server);
    const invited = await rooms.enter(other.as.invited, other.pathId);
    const guest = await rooms.enter(other.anybody, other.pathId, {
      invitation: other.guest.invitation,
      name: "Grace",
    });
    const ids = [invited.participant.id, guest.participant.id];
    const before = await rooms.book.reconsider(invited.room, ids);
    assert.deepEqual(
      [...before.entries.values()].map(({ participant, enters }) => [participant.role, enters]),
      [
        ["participant", "when_admitted"],
        ["participant", "when_admitted"],
      ],
    );
    must(
      200,
      await other.as.coach.patch(`/api/v1/sessions/${other.pathId}`, {
        session_request: { invites: [{ email: other.people.invited.email, access_level: "host" }] },
      }),
    );
    const { entries } = await rooms.book.reconsider(invited.room, ids);
    assert.deepEqual(
      [...entries].map(([id, { participant, enters }]) => [id, participant.role, enters]),
      [[invited.participant.id, "host", "at_once"]],
    );
    const late = await rooms.enter(other.as.coach, other.pathId);
    await rooms.book.admit(invited.room, late.participant.id, invited.participant.id);
    const admitted = await rooms.book.reconsider(invited.room, [late.participant.id]);
    assert.equal(admitted.entries.get(late.participant.id)?.enters, "at_once");
  });
});

describe("an invitation link", () => {
  it("gives one and the same answer whatever is wrong with it", async () => {
    const other = await buildDepositionRoom(server);
    const removed = await buildDepositionRoom(server);
    must(
      200,
      await removed.as.coach.patch(`/api/v1/sessions/${removed.pathId}`, {
        session_request: { invites: [{ email: removed.people.host.email, access_level: "host" }] },
      }),
    );
    const canceled = await buildDepositionRoom(server);
    must(200, await canceled.as.coach.patch(`/api/v1/sessions/${canceled.pathId}/cancel`));
    const answers = [
      await visitAs(`${world.guest.invitation}x`),
      await visitAs("nonsense"),
      await visitAs(invitationToken(rooms.vault, newId())),
      await visitAs(other.guest.invitation),
      await ticketAs(other.guest.invitation, "Grace"),
      await visitAs(removed.guest.invitation, removed),
      await ticketAs(removed.guest.invitation, "Grace", removed),
      await visitAs(canceled.guest.invitation, canceled),
      await ticketAs(canceled.guest.invitation, "Grace", canceled),
    ];
    const [first] = answers;
    for (const answer of answers) {
      const { requestId: _, ...problem } = answer.body;
      assert.equal(answer.status, 403);
      assert.deepEqual({ ...problem, requestId: first?.body.requestId }, first?.body);
    }
    assert.deepEqual(refused(await ticket(canceled.as.host, canceled)), [410, "room_canceled"]);
  });

  it("brings nobody back whom a host put out, nor does their account, but for hosts", async () => {
    const other = await buildDepositionRoom(server);
    const linkOf = async ({ email }: { email: string }) => {
      const [row] = await server.db.query<{ id: string }>(
        "select id from deposition_invites where deposition_id = $1 and email = $2",
        [other.sessionId, email],
      );
      return invitationToken(rooms.vault, row?.id ?? "");
    };
    const [invited, host] = [await linkOf(other.people.invited), await linkOf(other.people.host)];
    const byLink = await rooms.enter(other.anybody, other.pathId, { invitation: invited, name: "Grace" });
    const waiting = must(201, await ticket(other.as.invited, other)).ticket;
    const byLinkOfHost = await rooms.enter(other.anybody, other.pathId, { invitation: host, name: "Alan" });
    const manager = await rooms.enter(other.as.manager, other.pathId);
    for (const { room, participant } of [byLink, byLinkOfHost])
      await rooms.book.remove(room, participant.id, manager.participant.id);
    assert.deepEqual(refused(await ticket(other.as.invited, other)), [403, "room_removed"]);
    assert.equal(must(200, await visit(other.as.invited, other)).you.removed, true);
    await assert.rejects(rooms.book.redeem(waiting), { code: "unauthenticated" });
    must(201, await ticket(other.as.host, other));

    const next = await buildDepositionRoom(server);
    const member = await rooms.enter(next.as.invited, next.pathId);
    const { participant } = await rooms.enter(next.as.host, next.pathId);
    await rooms.book.remove(member.room, member.participant.id, participant.id);
    const [row] = await server.db.query<{ id: string }>(
      "select id from deposition_invites where deposition_id = $1 and email = $2",
      [next.sessionId, next.people.invited.email],
    );
    const link = invitationToken(rooms.vault, row?.id ?? "");
    assert.deepEqual(refused(await ticketAs(link, "Grace", next)), [403, "room_removed"]);
  });

  it("never makes its bearer a host, whoever it was for", async () => {
    const { book } = rooms;
    const [row] = await server.db.query<{ id: string }>(
      "select id from deposition_invites where deposition_id = $1 and access_level = 'host'",
      [world.sessionId],
    );
    const invitation = invitationToken(rooms.vault, row?.id ?? "");
    const { role, enters } = must(200, await visitAs(invitation)).you;
    assert.deepEqual([role, enters], ["participant", "when_admitted"]);
    const { ticket: text } = must(201, await ticketAs(invitation, "Grace"));
    const { participant, room } = await book.redeem(text);
    await assert.rejects(book.admit(room, participant.id, participant.id), { code: "forbidden" });
  });
});
