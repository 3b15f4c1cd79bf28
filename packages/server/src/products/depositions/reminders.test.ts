import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { hours, minutes } from "#kernel/clock.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { capturedMails } from "../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { settled, travel } from "../../../test/travel.ts";
import { recomputeStarts } from "./index.ts";

let server: TestServer;
let organizationId: string;
let api: Api;
let count = 0;

before(async () => {
  server = await startTestServer();
  await server.another();
  organizationId = await server.build.organization();
  api = await server.memberApi(organizationId, "Coach");
});
after(() => server.close());

/** A session that starts in so many hours, and its only guest. */
async function scheduled(inHours: number) {
  const slug = `reminded-${++count}`;
  const email = `${slug}@example.com`;
  const request = depositionRequest({
    session: { ...startIn(inHours), remote_session_id: slug },
    deponent: { email },
  });
  const { body, status } = await api.post("/api/v1/sessions", request);
  assert.equal(status, 201);
  return { id: body.requests[0].id as number, email, path: `/api/v1/sessions/${slug}` };
}

/** The start so many hours from now, on the wall clock of UTC. */
function startIn(inHours: number) {
  const text = new Date(server.clock().getTime() + hours(inHours)).toISOString();
  return { start_date: text.slice(0, 10), start_time: text.slice(11, 16), time_zone: "UTC" };
}

async function remindersTo(email: string): Promise<string[]> {
  await settled(server);
  const mails = await capturedMails(server, email);
  return mails
    .map((mail) => mail.email.subject ?? "")
    .filter((subject) => subject.startsWith("Reminder"))
    .map((subject) =>
      subject.replace(/(on \w+,? \d+ \w+ \d{4} )?at \d\d:\d\d \(Etc\/UTC, GMT\+0\)$/, (_, on) =>
        on ? "on a day" : "at a time",
      ),
    );
}

const day = "Reminder: Deposition of Malachite Yarrow starts on a day";
const quarter = "Reminder: Deposition of Malachite Yarrow starts at a time";

describe("reminders of a deposition", () => {
  test("come 24 hours and 15 minutes before, once over two processes, and not before", async () => {
    const { email } = await scheduled(48);
    await travel(server, hours(24) - minutes(1));
    assert.deepEqual(await remindersTo(email), []);
    await travel(server, minutes(1));
    assert.deepEqual(await remindersTo(email), [day]);
    await travel(server, hours(24) - minutes(16));
    assert.deepEqual(await remindersTo(email), [day]);
    await travel(server, minutes(1));
    assert.deepEqual(await remindersTo(email), [day, quarter]);
    await travel(server, hours(1));
    assert.deepEqual(await remindersTo(email), [day, quarter]);
    const [, reminder] = await capturedMails(server, email);
    assert.equal(reminder?.calendar, null);
    assert.match(reminder?.header("list-unsubscribe") ?? "", /^<http/);
    assert.match(
      reminder?.email.text ?? "",
      /Join the session:\s+http:\/\/convene\.test\/sessions\/reminded/,
    );
  });

  test("are not made up for when the session is scheduled later than that", async () => {
    const { email } = await scheduled(3);
    await travel(server, hours(3) - minutes(15));
    assert.deepEqual(await remindersTo(email), [quarter]);
  });

  test("move with the session, and come again for its new start", async () => {
    const { email, path } = await scheduled(48);
    await travel(server, hours(24));
    assert.deepEqual(await remindersTo(email), [day]);
    await api.patch(path, { remote_session: startIn(72) });
    await travel(server, hours(24) - minutes(15));
    assert.deepEqual(await remindersTo(email), [day]);
    await travel(server, hours(24) + minutes(15));
    assert.deepEqual(await remindersTo(email), [day, day]);
    await travel(server, hours(24) - minutes(15));
    assert.deepEqual(await remindersTo(email), [day, day, quarter]);
  });

  test("move when the rules of its time zone do", async () => {
    const { id, email } = await scheduled(48);
    await settled(server);
    await server.db.query(
      "update depositions set zone_rules = '2020a', starts_at = starts_at + interval '1 hour' where id = $1",
      [id],
    );
    await server.db.query(
      "update graphile_worker._private_jobs set run_at = run_at + interval '1 hour' where key like $1",
      [`%:${id}`],
    );
    await recomputeStarts(server.server.database, server.clock);
    await travel(server, hours(24));
    assert.deepEqual(await remindersTo(email), [day]);
    const subjects = (await capturedMails(server, email)).map((mail) => mail.email.subject);
    assert.equal(subjects[1], "New time: Deposition of Malachite Yarrow");
  });

  test("are gone with a cancelled session, also with one that is cancelled without e-mail", async () => {
    for (const query of ["", "?cancel_without_email=true"]) {
      const { email, path, id } = await scheduled(48);
      await settled(server);
      await api.patch(`${path}/cancel${query}`);
      await settled(server);
      const timers = await server.db.query(
        "select from graphile_worker._private_jobs where key like 'depositions.remind:%' and payload->>'sessionId' = $1",
        [String(id)],
      );
      assert.equal(timers.length, 0);
      await travel(server, hours(48));
      assert.deepEqual(await remindersTo(email), []);
    }
  });

  test("come to those who are on the list by then, and not to those who want none", async () => {
    const { email, path } = await scheduled(48);
    const [kept, gone, silent] = ["kept", "gone", "silent"].map((name) => `${name}-${count}@example.com`);
    await api.patch(path, { remote_session: { invites: [kept, gone, silent] } });
    await api.patch(path, { remote_session: { invites: [kept, silent] } });
    await server.db.query(
      "insert into reminder_opt_outs (organization_id, email_key, created_at) values ($1, $2, $3)",
      [organizationId, silent, server.clock()],
    );
    await travel(server, hours(24));
    assert.deepEqual(await remindersTo(email), [day]);
    assert.deepEqual(await remindersTo(kept!), [day]);
    assert.deepEqual(await remindersTo(gone!), []);
    assert.deepEqual(await remindersTo(silent!), []);
  });

  test("that could not be told in time are not told after the session has begun", async () => {
    const { email } = await scheduled(48);
    await travel(server, hours(72));
    assert.deepEqual(await remindersTo(email), []);
  });
});
