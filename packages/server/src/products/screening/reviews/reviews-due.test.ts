import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { days, hours, plus } from "#kernel/clock.ts";
import { createScreeningBuilders } from "../../../../test/build-screening.ts";
import { capturedMails } from "../../../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../../../test/server.ts";
import { settled } from "../../../../test/travel.ts";

let server: TestServer;
let screening: ReturnType<typeof createScreeningBuilders>;
let organizationId: string;
let manager: string;
let count = 0;

before(async () => {
  server = await startTestServer();
  await server.another();
  screening = createScreeningBuilders(server);
});
after(() => server.close());

beforeEach(async () => {
  organizationId = await server.build.organization({ slug: `homes-${++count}` });
  manager = (await server.build.member(organizationId, "Manager")).email;
});

/** A session that waits for a review and expires in so many hours. */
const waiting = (inHours: number, more: object = {}, organization = organizationId) =>
  screening.session(organization, {
    createdAt: plus(server.clock(), hours(inHours) - days(30)),
    ...more,
  });

/** What happens once a day. */
async function daily(): Promise<void> {
  await server.db.query("select graphile_worker.add_job('screening:remind-reviewers')");
  await settled(server);
}

const subjectsTo = async (email: string) =>
  (await capturedMails(server, email)).map((mail) => mail.email.subject);

describe("sessions that wait for a review and are about to expire", () => {
  test("are told to each Manager and up, once a day, in one mail", async () => {
    const admin = (await server.build.member(organizationId, "OrganizationAdmin")).email;
    const coach = (await server.build.member(organizationId, "Coach")).email;
    for (const inHours of [1, 30, 72]) await waiting(inHours);
    await waiting(73);
    await waiting(-1);
    await waiting(1, { status: "active" });
    await waiting(1, { reviewStatus: "denied" });
    await daily();
    await daily();
    const subject = `3 screening sessions wait for a review (homes-${count})`;
    for (const email of [manager, admin]) assert.deepEqual(await subjectsTo(email), [subject]);
    assert.deepEqual(await subjectsTo(coach), []);
    const [mail] = await capturedMails(server, manager);
    assert.match(mail?.email.text ?? "", /The first expires: Monday, 2 March 2026/);
    assert.match(mail?.header("list-unsubscribe") ?? "", /^<http/);
    server.clock.advance(days(1));
    await daily();
    assert.deepEqual(await subjectsTo(manager), [
      subject,
      `3 screening sessions wait for a review (homes-${count})`,
    ]);
    server.clock.advance(-days(1));
  });

  test("are told to nobody of an organization that has none", async () => {
    const other = await server.build.organization();
    await waiting(1, {}, other);
    await daily();
    assert.deepEqual(await subjectsTo(manager), []);
  });

  test("are told to nobody who wants no reminders", async () => {
    await server.db.query(
      "insert into reminder_opt_outs (organization_id, email_key, created_at) values ($1, $2, $3)",
      [organizationId, manager, server.clock()],
    );
    await waiting(1);
    await daily();
    assert.deepEqual(await subjectsTo(manager), []);
  });

  test("are found in more organizations than one transaction takes, and told to more people", async () => {
    const crowd = await Promise.all(
      Array.from({ length: 101 }, async () => {
        const other = await server.build.organization();
        await waiting(1, {}, other);
        return other;
      }),
    );
    await waiting(1);
    const { id } = await server.build.person();
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) select unnest($1::uuid[]), $2, 'Manager', now()",
      [crowd, id],
    );
    await Promise.all(Array.from({ length: 100 }, () => server.build.member(organizationId, "Manager")));
    await daily();
    const told = async (condition: string, value: unknown) =>
      (
        await server.db.query(
          `select from effects where kind = 'screening.reviews_due' and state = 'delivered' and ${condition}`,
          [value],
        )
      ).length;
    assert.equal(await told("recipient = $1", `person:${id}`), 101);
    assert.equal(await told("organization_id = $1", organizationId), 101);
  });
});
