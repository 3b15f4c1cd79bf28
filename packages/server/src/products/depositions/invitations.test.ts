import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import type { BuiltPerson } from "../../../test/builders.ts";
import { takeIn } from "../../../test/calendar-client.ts";
import { capturedMails, event, type ReceivedMail } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled } from "../../../test/travel.ts";

let server: TestServer;
let organizationId: string;
let coach: BuiltPerson;
let api: Api;
let count = 0;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization({ slug: "example-inc" });
  coach = await server.build.member(organizationId, "Coach");
  api = server.api(coach.token);
});
after(() => server.close());

interface Scheduled {
  id: number;
  path: string;
  /** An address of this session alone, so that its mails are. */
  at(name: string): string;
  patch(session: Record<string, unknown>): Promise<void>;
  mails(name: string): Promise<ReceivedMail[]>;
}

/** Schedules a session to which these names are invited, and the deponent `malachite`. */
async function schedule(
  names: readonly (string | { email: string; access_level: string })[],
  details?: Record<string, unknown>,
): Promise<Scheduled> {
  const slug = `invited-${++count}`;
  const at = (name: string) => (name.includes("@") ? name : `${name}-${slug}@example.com`);
  const invites = names.map((name) => (typeof name === "string" ? at(name) : name));
  const session = { remote_session_id: slug, case: "123-case", title: "Deposition" };
  const deponent = { email: at("malachite") };
  const request = depositionRequest({ session, invites, details, deponent });
  const { status, body } = await api.post("/api/v1/sessions", request);
  assert.equal(status, 201);
  // What is told late is told in today's words.
  await settled(server);
  const path = `/api/v1/sessions/${slug}`;
  return {
    id: body.requests[0].id,
    path,
    at,
    async patch(changes) {
      const answer = await api.patch(path, { remote_session: changes });
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
    },
    async mails(name) {
      await settled(server);
      return capturedMails(server, at(name));
    },
  };
}

const subjects = (mails: readonly ReceivedMail[]) => mails.map(({ email }) => email.subject);
const textOf = (mail: ReceivedMail | undefined) => (mail?.email.text ?? "").replace(/\s+/g, " ");
const methods = (mails: readonly ReceivedMail[]) =>
  mails.map((mail) => `${mail.calendar?.getFirstPropertyValue("method") ?? "none"} ${event(mail).sequence}`);
const moved = { start_date: "2026-04-15", start_time: "09:00 AM", time_zone: "Pacific Time (US & Canada)" };

describe("the invitation", () => {
  test("tells everybody how to join, with their role, and names the zone", async () => {
    const host = await server.build.member(organizationId, "Teacher");
    const { path, mails, at } = await schedule(["quartz", { email: host.email, access_level: "host" }], {
      video_provider: "zoom_meeting",
      interpreter: "Onyx Fern",
      languages: "Spanish",
      additional_details: "Exhibits are shared\nan hour before.",
    });
    const { body } = await api.get(`/api/v1/session_requests?remote_session_id=${path.split("/").at(-1)}`);
    const { session_url, provider_specific_details: zoom } = body.requests[0];
    for (const name of ["quartz", "malachite", host.email]) {
      const [mail, ...more] = await mails(name);
      assert.deepEqual(more, []);
      assert.equal(mail?.email.subject, "Invitation: Deposition");
      const text = textOf(mail);
      // Who has no account gets there by their invitation.
      const invitation = /zoom_meeting(#invitation=\S+)/.exec(text)?.[1] ?? "";
      assert.equal(invitation === "", name === host.email);
      for (const expected of [
        "Tuesday, 14 April 2026, 13:30 – 14:45 (America/Los_Angeles, GMT-7)",
        "Time zone: Pacific Time (US & Canada)",
        "Duration: 1 h 15 min",
        "Case: 123-case",
        "Deponent: Malachite Yarrow",
        `Your role: ${name === host.email ? "Host" : "Participant"}`,
        `Session page: ${session_url}${invitation}`,
        `Zoom meeting ID: ${zoom.meeting_id}`,
        `Zoom password: ${zoom.password}`,
        `Join the session: ${zoom.prevail_join_url}${invitation}`,
        "Language: Spanish",
        "Interpreter: Onyx Fern",
        "Exhibits are shared an hour before.",
      ]) {
        assert.ok(text.includes(expected), `${expected} in ${text}`);
      }
      const entry = takeIn([mail!]);
      assert.deepEqual(entry?.attendees, [
        `${at("quartz")} REQ-PARTICIPANT`,
        `${host.email} CHAIR`,
        `${at("malachite")} REQ-PARTICIPANT`,
      ]);
      assert.equal(entry?.start, "2026-04-14T20:30:00.000Z");
      assert.equal(event(mail!).startDate.zone.tzid, "America/Los_Angeles");
      assert.equal(event(mail!).endDate.toJSDate().toISOString(), "2026-04-14T21:45:00.000Z");
      assert.equal(event(mail!).location, `${zoom.prevail_join_url}${invitation}`);
      const names = event(mail!).attendees.map((attendee) => attendee.getFirstParameter("cn"));
      assert.deepEqual(names, [at("quartz"), "Ada Lovelace", "Malachite Yarrow"]);
      assert.match(mail?.header("reply-to") ?? "", new RegExp(coach.email));
      assert.match(mail?.header("from") ?? "", /example-inc/);
    }
  });

  test("tells members the time in their own zone too, where they have another", async () => {
    const [here, there] = [
      await server.build.member(organizationId, "Teacher"),
      await server.build.member(organizationId, "Teacher"),
    ];
    await server.db.query("update people set time_zone = 'America/Los_Angeles' where id = $1", [here.id]);
    await server.db.query("update people set time_zone = 'Europe/Berlin' where id = $1", [there.id]);
    const { mails } = await schedule([here.email, there.email]);
    assert.doesNotMatch(textOf((await mails(here.email))[0]), /In your time zone/);
    assert.match(
      textOf((await mails(there.email))[0]),
      /In your time zone: Tuesday, 14 April 2026, 22:30 – 23:45 \(Europe\/Berlin, GMT\+2\)/,
    );
  });

  test("knows nobody of another organization by name, and tells its members nothing", async () => {
    const foreign = await server.build.organization();
    const stranger = await server.build.member(foreign, "OrganizationAdmin");
    const invited = await server.build.member(foreign, "Coach");
    const { id, mails } = await schedule([invited.email]);
    const [mail] = await mails(invited.email);
    const attendee = event(mail!).attendees.find((one) =>
      String(one.getFirstValue()).includes(invited.email),
    );
    assert.equal(attendee?.getFirstParameter("cn"), invited.email);
    const effects = await server.db.query<{ organization_id: string; recipient: string }>(
      "select organization_id, recipient from effects where subject_id = $1",
      [String(id)],
    );
    assert.ok(effects.every((effect) => effect.organization_id === organizationId));
    assert.ok(effects.every((effect) => effect.recipient.startsWith("invite:")));
    assert.deepEqual(await mails(stranger.email), []);
  });
});

describe("a session's life in the calendars of those who are invited", () => {
  test("create, move, rename, remove a person, cancel: each chain is valid at every step", async () => {
    const { path, at, patch, mails } = await schedule(["quartz", "obsidian"]);
    const chain = async (name: string) => {
      const all = await mails(name);
      for (let many = 1; many <= all.length; many += 1) takeIn(all.slice(0, many));
      return all;
    };
    await chain("quartz");
    server.clock.advance(60_000);
    await patch(moved);
    assert.equal(takeIn(await chain("quartz"))?.start, "2026-04-15T16:00:00.000Z");
    server.clock.advance(60_000);
    await patch({ title: "Renamed" });
    assert.equal(takeIn(await chain("obsidian"))?.summary, "Renamed");
    server.clock.advance(60_000);
    await patch({ invites: [at("quartz")] });
    const removed = await chain("obsidian");
    assert.deepEqual(takeIn(removed)?.attendees, [`${at("obsidian")} REQ-PARTICIPANT`]);
    server.clock.advance(60_000);
    assert.equal((await api.patch(`${path}/cancel`)).status, 200);
    for (const name of ["quartz", "malachite"]) {
      const all = await chain(name);
      assert.deepEqual(methods(all), ["REQUEST 0", "REQUEST 1", "REQUEST 1", "CANCEL 3"]);
      assert.deepEqual(subjects(all), [
        "Invitation: Deposition",
        "New time: Deposition",
        "Updated: Renamed",
        "Cancelled: Renamed",
      ]);
      assert.equal(takeIn(all)?.isCancelled, true);
      assert.equal(event(all.at(-1)!).component.getFirstPropertyValue("status"), "CANCELLED");
      assert.doesNotMatch(textOf(all.at(-1)), /\/sessions\//);
    }
    assert.deepEqual(methods(await chain("obsidian")), ["REQUEST 0", "REQUEST 1", "REQUEST 1", "CANCEL 2"]);
    assert.equal(event(removed.at(-1)!).component.getFirstPropertyValue("status"), null);
  });

  test("a move tells the old and the new time", async () => {
    const { patch, mails } = await schedule([]);
    await patch(moved);
    const text = textOf((await mails("malachite"))[1]);
    assert.match(text, /Before: Tuesday, 14 April 2026, 13:30 – 14:45 \(America\/Los_Angeles, GMT-7\)/);
    assert.match(text, /Now: Wednesday, 15 April 2026, 09:00 – 10:15 \(America\/Los_Angeles, GMT-7\)/);
  });

  test("one update that moves, renames and reinvites: everybody is written to once", async () => {
    const host = await server.build.member(organizationId, "Teacher");
    const { at, patch, mails } = await schedule(["quartz", "obsidian", host.email]);
    await patch({
      ...moved,
      title: "Renamed",
      invites: [at("quartz"), { email: host.email, access_level: "host" }, at("selenite")],
    });
    assert.deepEqual(subjects(await mails("quartz")), ["Invitation: Deposition", "New time: Renamed"]);
    assert.deepEqual(subjects(await mails("malachite")), ["Invitation: Deposition", "New time: Renamed"]);
    assert.deepEqual(subjects(await mails("selenite")), ["Invitation: Renamed"]);
    const removed = await mails("obsidian");
    assert.deepEqual(subjects(removed), ["Invitation: Deposition", "No longer invited: Renamed"]);
    assert.deepEqual(methods(removed), ["REQUEST 0", "CANCEL 1"]);
    const [, told] = await mails(host.email);
    assert.match(textOf(told), /moved, and its title or wording changed.*Your role: Host/);
    assert.deepEqual(methods(await mails("selenite")), ["REQUEST 1"]);
  });

  test("a change of the list writes to those whom it concerns: added, removed, given another role", async () => {
    const host = await server.build.member(organizationId, "Teacher");
    const { at, patch, mails } = await schedule(["quartz", "obsidian", host.email]);
    await patch({
      invites: [at("quartz"), { email: host.email, access_level: "host" }, at("selenite")],
    });
    assert.deepEqual(subjects(await mails("quartz")), ["Invitation: Deposition"]);
    assert.deepEqual(subjects(await mails("selenite")), ["Invitation: Deposition"]);
    const chain = await mails(host.email);
    assert.deepEqual(subjects(chain), ["Invitation: Deposition", "Updated: Deposition"]);
    assert.match(textOf(chain[1]), /You are now a host/);
    assert.ok(takeIn(chain)?.attendees.includes(`${host.email} CHAIR`));
    assert.equal((await mails("obsidian")).length, 2);
    server.clock.advance(1_000);
    await patch({ invites: [at("quartz"), at("obsidian"), host.email] });
    const back = await mails("obsidian");
    assert.deepEqual(methods(back), ["REQUEST 0", "CANCEL 1", "REQUEST 2"]);
    assert.equal(takeIn(back)?.isCancelled, false);
    assert.match(textOf((await mails(host.email))[2]), /You are no longer a host/);
  });

  test("other words for the same instant are told, without a new time", async () => {
    const { patch, mails } = await schedule([]);
    await patch({ start_date: "2026-04-14", start_time: "13:30", time_zone: "America/Los_Angeles" });
    const chain = await mails("malachite");
    assert.deepEqual(methods(chain), ["REQUEST 0", "REQUEST 0"]);
    assert.match(textOf(chain[1]), /It starts at the same moment as before/);
    assert.doesNotMatch(textOf(chain[1]), /Pacific Time/);
  });

  test("what is as it was tells nobody", async () => {
    const { at, patch, mails } = await schedule(["quartz"]);
    await patch({ title: "Deposition", invites: [at("quartz")] });
    assert.equal((await mails("quartz")).length, 1);
  });

  test("cancelled without e-mail, nobody is written to", async () => {
    const { path, mails } = await schedule(["quartz"]);
    await mails("quartz");
    assert.equal((await api.patch(`${path}/cancel?cancel_without_email=true`)).status, 200);
    assert.deepEqual(subjects(await mails("quartz")), ["Invitation: Deposition"]);
  });

  test("told late, every change still has its mail, as it was then, and none leads to an address that is free", async () => {
    const { id, path, at, patch, mails } = await schedule(["quartz"]);
    await mails("quartz");
    const hold = new pg.Client(server.db.superuser);
    await hold.connect();
    await hold.query("begin");
    await hold.query("select from event_cursors where subject_id = $1 for update", [String(id)]);
    await patch(moved);
    await patch({ ...moved, start_date: "2026-04-16" });
    await patch({ invites: [at("quartz"), at("selenite")] });
    await patch({ invites: [at("selenite")] });
    await api.patch(`${path}/cancel`);
    await hold.query("commit");
    await hold.end();
    const quartz = await mails("quartz");
    assert.deepEqual(methods(quartz), ["REQUEST 0", "REQUEST 1", "REQUEST 2", "CANCEL 3"]);
    const starts = quartz.map((mail) => event(mail).startDate.toJSDate().toISOString().slice(0, 10));
    assert.deepEqual(starts, ["2026-04-14", "2026-04-15", "2026-04-16", "2026-04-16"]);
    assert.deepEqual(takeIn(quartz.slice(0, 3))?.attendees.length, 2);
    const selenite = await mails("selenite");
    assert.deepEqual(methods(selenite), ["REQUEST 2", "CANCEL 4"]);
    assert.deepEqual(methods(await mails("malachite")), ["REQUEST 0", "REQUEST 1", "REQUEST 2", "CANCEL 4"]);
    for (const mail of [...quartz.slice(1), ...selenite])
      assert.doesNotMatch(mail.raw, /\/sessions\/invited/);
  });
});
