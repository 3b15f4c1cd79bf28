import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { hours, minutes } from "#kernel/clock.ts";
import { must } from "../../test/build-mentorship.ts";
import { buildDepositionRoom, type DepositionWorld } from "../../test/build-rooms.ts";
import { capturedMails, event } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";

let server: TestServer;

before(async () => {
  server = await startTestServer();
});
after(() => server.close());

const linkIn = (text = "") => /http:\/\/convene\.test\/sessions\/[^\s#]+(?:#invitation=(\S+))?/.exec(text);

/** What the links of the newest mail to an address lead to: their invitations. */
async function invitationsTo(email: string): Promise<(string | undefined)[]> {
  await settled(server);
  const mail = (await capturedMails(server, email)).at(-1);
  assert.ok(mail, email);
  const entry = mail.calendar && event(mail);
  const links = [mail.email.text, mail.email.html?.replaceAll("=3D", "=")];
  if (entry)
    links.push(entry.location, entry.description, String(entry.component.getFirstPropertyValue("url")));
  return links.map((text) => linkIn(text?.replaceAll(/["<].*/g, " "))?.[1] ?? linkIn(text)?.[1]);
}

const enter = ({ anybody, pathId }: DepositionWorld, invitation: string) =>
  anybody.post(`/api/rooms/${pathId}/tickets`, { invitation, name: "Grace" });

describe("the link in a guest's mail", () => {
  it("opens the room, in the invitation, when the session moves, and in the reminder", async () => {
    const world = await buildDepositionRoom(server, 60);
    const token = world.guest.invitation;
    const invited = await invitationsTo(world.guest.email);
    assert.deepEqual([invited[0], ...invited.slice(2)], [token, token, token, token]);
    const start = new Date(server.clock().getTime() + hours(2)).toISOString();
    must(
      200,
      await world.as.coach.patch(`/api/v1/sessions/${world.pathId}`, {
        remote_session: { start_date: start.slice(0, 10), start_time: start.slice(11, 16), time_zone: "UTC" },
      }),
    );
    const moved = await invitationsTo(world.guest.email);
    assert.deepEqual([moved[0], ...moved.slice(2)], [token, token, token, token]);
    await travel(server, hours(2) - minutes(15));
    assert.equal((await invitationsTo(world.guest.email))[0], token);
    must(201, await enter(world, token));
  });

  it("is the plain one for members, and in what tells that a session is off", async () => {
    const world = await buildDepositionRoom(server);
    assert.deepEqual(new Set(await invitationsTo(world.people.invited.email)), new Set([undefined]));
    must(200, await world.as.coach.patch(`/api/v1/sessions/${world.pathId}/cancel`));
    assert.deepEqual(new Set(await invitationsTo(world.guest.email)), new Set([undefined]));
  });

  it("is in nothing that is stored, but for what the mail was captured with", async () => {
    const world = await buildDepositionRoom(server);
    await settled(server);
    const [, proof = "?"] = world.guest.invitation.split(".");
    for (const table of ["events", "effects", "room_participants", "rooms"]) {
      const rows = await server.db.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
      assert.equal(rows.filter(({ row }) => row.includes(proof)).length, 0, table);
    }
    const [{ sealed } = { sealed: null }] = await server.db.query<{ sealed: boolean }>(
      "select sealed from effects where recipient = $1",
      [`invite:${world.guest.id}`],
    );
    assert.equal(sealed, true);
  });
});
