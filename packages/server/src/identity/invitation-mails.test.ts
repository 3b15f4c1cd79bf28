import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { capturedMails } from "../../test/mailbox.ts";
import { mailedToken, mailedTokens } from "../../test/mailed-links.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import { days, minutes } from "../kernel/clock.ts";

const page = "/invitations/accept";

describe("mails of invitations", () => {
  let server: TestServer;
  let id: string;
  let admin: BuiltPerson;
  let number = 0;

  before(async () => {
    server = await startTestServer();
    id = await server.build.organization({ slug: "acme" });
    admin = await server.build.member(id, "OrganizationAdmin");
  });
  after(() => server.close());

  const newAddress = () => {
    number += 1;
    return `mailed-${number}@example.com`;
  };
  const invite = async (email: string) => {
    const path = `/api/organizations/${id}/invitations`;
    const { status, body } = await server.api(admin.token).post(path, { email, role: "Coach" });
    assert.equal(status, 201);
    return body.data;
  };
  const resend = (invitationId: string, token = admin.token, headers = {}) =>
    server.api(token).post(`/api/organizations/${id}/invitations/${invitationId}/resend`, undefined, headers);
  const accept = (token: string, at = server) =>
    at
      .api()
      .post("/api/invitations/accept", { token, firstName: "G", lastName: "H", password: "long enough one" });

  test("says who invites and to what, in the organization's name, with a link of its own", async () => {
    const email = newAddress();
    const { token } = await invite(email);
    await settled(server);
    const [mail, ...others] = await capturedMails(server, email);
    assert.equal(others.length, 0);
    assert.equal(mail?.email.subject, "You are invited to acme");
    assert.equal(mail?.email.from?.name, "acme via Convene");
    assert.equal(mail?.email.replyTo?.[0]?.address, admin.email);
    assert.match(mail?.email.text ?? "", /Ada Lovelace invites you to become a member of acme/);
    assert.match(mail?.email.text ?? "", /Coach/);
    const mailed = await mailedToken(server, email, page);
    assert.notEqual(mailed, token);
  });

  test("who accepts by the mailed link has verified the address; by the shown one they have not", async () => {
    const [byMail, byHand] = [newAddress(), newAddress()];
    await invite(byMail);
    const first = await accept(await mailedToken(server, byMail, page));
    assert.equal(first.status, 201);
    assert.equal(first.body.data.person.emailVerifiedAt, server.clock().toISOString());
    assert.deepEqual((await eventsOf(server, first.body.data.person.id)).sort(), [
      "member.added",
      "person.email_verified",
    ]);
    const second = await accept((await invite(byHand)).token);
    assert.equal(second.status, 201);
    assert.equal(second.body.data.person.emailVerifiedAt, null);
  });

  test("one that is mailed again has new links, and the old ones are void", async () => {
    const email = newAddress();
    const { id: invitationId, token } = await invite(email);
    const old = await mailedToken(server, email, page);
    await travel(server, days(8));
    const { status, body } = await resend(invitationId);
    assert.equal(status, 200);
    assert.equal(body.data.status, "open");
    assert.equal(Date.parse(body.data.expiresAt) - server.clock().getTime(), days(7));
    for (const dead of [token, old]) assert.equal((await accept(dead)).status, 404);
    const tokens = await mailedTokens(server, email, page);
    assert.equal(tokens.length, 2);
    assert.equal((await accept(tokens[1] ?? "")).status, 201);
    assert.deepEqual(await eventsOf(server, invitationId), [
      "invitation.created",
      "invitation.sent_again",
      "invitation.accepted",
    ]);
    const gone = await resend(invitationId);
    assert.deepEqual([gone.status, gone.body.code], [409, "conflict"]);
  });

  test("mailing again waits a minute, ends after ten mails, and is no use for who was withdrawn", async () => {
    const { id: invitationId } = await invite(newAddress());
    const early = await resend(invitationId);
    assert.deepEqual([early.status, early.body.code], [429, "too_many_requests"]);
    assert.equal(early.headers.get("retry-after"), "60");
    for (let n = 0; n < 9; n += 1) {
      server.clock.advance(minutes(1));
      assert.equal((await resend(invitationId)).status, 200);
    }
    server.clock.advance(minutes(1));
    assert.deepEqual((await resend(invitationId)).body.code, "conflict");
    const { id: withdrawn } = await invite(newAddress());
    await server.api(admin.token).delete(`/api/organizations/${id}/invitations/${withdrawn}`);
    server.clock.advance(minutes(1));
    assert.equal((await resend(withdrawn)).status, 409);
  });

  test("a repeat under one Idempotency-Key mails nothing twice", async () => {
    const email = newAddress();
    const { id: invitationId } = await invite(email);
    // Mailing again withdraws what has not gone out yet.
    assert.equal((await mailedTokens(server, email, page)).length, 1);
    server.clock.advance(minutes(1));
    const key = { "idempotency-key": "once-more" };
    const first = await resend(invitationId, admin.token, key);
    const repeat = await resend(invitationId, admin.token, key);
    assert.deepEqual([repeat.status, repeat.body], [200, first.body]);
    assert.equal((await mailedTokens(server, email, page)).length, 2);
  });

  test("mailing again takes the role OrganizationAdmin of that organization", async () => {
    const { id: invitationId } = await invite(newAddress());
    server.clock.advance(minutes(1));
    for (const role of ["Teacher", "Coach", "Manager"] as const) {
      const { token } = await server.build.member(id, role);
      assert.equal((await resend(invitationId, token)).status, 403, role);
    }
    const other = await server.build.organization();
    const { token: foreign } = await server.build.member(other, "OrganizationAdmin");
    assert.equal((await resend(invitationId, foreign)).status, 404);
    const path = `/api/organizations/${other}/invitations/${invitationId}/resend`;
    assert.equal((await server.api(foreign).post(path)).status, 404);
    assert.equal((await resend(invitationId)).status, 200);
  });

  test("accepting and mailing again at once leave one valid link or none, never two", async () => {
    const email = newAddress();
    const { id: invitationId, token } = await invite(email);
    server.clock.advance(minutes(1));
    const at = await server.another();
    const [accepted, resent] = await Promise.all([accept(token, at), resend(invitationId)]);
    const outcomes = [accepted.status, resent.status];
    const expected = [
      [201, 409],
      [404, 200],
    ];
    assert.ok(
      expected.some((pair) => pair.join() === outcomes.join()),
      outcomes.join(),
    );
    if (resent.status === 200) assert.equal((await accept(resent.body.data.token, at)).status, 201);
    await at.close();
  });
});
