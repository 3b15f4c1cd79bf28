import assert from "node:assert/strict";
import { test } from "node:test";
import { notice } from "../../test/build-notices.ts";
import { capturedMails, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { days } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { notify } from "./notify.ts";

const tell = async (server: TestServer, organizationId: string, email: string) => {
  const cause = { organizationId, eventId: null, cause: newId(), subjectId: newId() };
  await server.server.database.asTenant(organizationId, (tx) =>
    notify(tx, cause, [notice(email)], server.clock()),
  );
  await settled(server);
};

/** As the crontab does. */
const run = async (server: TestServer, task: string) => {
  await server.db.query("select graphile_worker.add_job($1)", [task]);
  await settled(server);
};

test("what is over is kept for as long as the operator says, and what waits for as long as it waits", async () => {
  const mailbox = await openMailbox();
  const server = await startTestServer({
    settings: { SMTP_URL: mailbox.url, EFFECT_RETENTION_DAYS: "10" },
  });
  const organizationId = await server.build.organization();
  mailbox.defer("busy@example.com");
  mailbox.refuse("gone@example.com");
  for (const name of ["ada", "busy", "gone"]) await tell(server, organizationId, `${name}@example.com`);
  const kept = async () => {
    const rows = await server.db.query<{ address: string }>("select address from effects order by address");
    return rows.map(({ address }) => address);
  };
  server.clock.advance(days(9));
  await run(server, "purge-effects");
  assert.deepEqual(await kept(), ["ada@example.com", "busy@example.com", "gone@example.com"]);
  server.clock.advance(days(2));
  await run(server, "purge-effects");
  assert.deepEqual(await kept(), ["busy@example.com"]);
  const [{ attempts } = { attempts: "" }] = await server.db.query<{ attempts: string }>(
    "select count(*) as attempts from effect_attempts",
  );
  assert.equal(Number(attempts), 1);
  await server.close();
  await mailbox.close();
});

test("captured mail is kept for a week", async () => {
  const server = await startTestServer();
  const organizationId = await server.build.organization();
  await tell(server, organizationId, "old@example.com");
  server.clock.advance(days(6));
  await tell(server, organizationId, "new@example.com");
  server.clock.advance(days(2));
  await run(server, "purge-captured-mails");
  assert.deepEqual(
    (await capturedMails(server)).map(({ to }) => to),
    ["new@example.com"],
  );
  await server.close();
});
