import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { notice } from "../../test/build-notices.ts";
import { type Mailbox, openMailbox } from "../../test/mailbox.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import type { Transaction } from "../database/tenancy.ts";
import { newId } from "../kernel/ids.ts";
import { notify } from "../notifications/notify.ts";
import { queueEffects } from "./queue.ts";

describe("e-mails that are planned while there is no mail server", () => {
  let server: TestServer;
  let mailbox: Mailbox;
  let able: TestServer | undefined;
  before(async () => {
    mailbox = await openMailbox();
    server = await startTestServer({ settings: { NODE_ENV: "production" } });
  });
  after(async () => {
    await able?.close();
    await server.close();
    await mailbox.close();
  });

  interface Letter {
    organizationId: string;
    address: string;
    title: string;
    subjectId?: string;
  }
  const tell = (tx: Transaction, { organizationId, address, title, subjectId = newId() }: Letter) =>
    notify(
      tx,
      { organizationId, eventId: null, cause: newId(), subjectId },
      [notice(address, { title })],
      server.clock(),
    );
  const plan = (letter: Letter) =>
    server.server.database.asTenant(letter.organizationId, (tx) => tell(tx, letter));
  const count = async (text: string) =>
    (await server.db.query<{ count: number }>(`select count(*)::int as count ${text}`))[0]?.count;
  const unqueued = "from effects where unqueued";
  const titlesTo = async (address: string, many: number) =>
    (await mailbox.received(address, many)).map(({ email }) => email.subject);

  test("have no jobs, and are sent in their order as soon as there is one", async () => {
    const titles = ["Scheduled", "Moved", "Cancelled"];
    const addresses = ["ada@example.com", "grace@example.com"];
    for (const address of addresses) {
      const line = { organizationId: await server.build.organization(), address, subjectId: newId() };
      for (const title of titles) await plan({ ...line, title });
    }
    await server.server.database.asSystem(queueEffects);
    assert.equal(await count(unqueued), titles.length * addresses.length);
    assert.equal(await count("from graphile_worker.jobs where task_identifier = 'effects.email'"), 0);

    able = await server.another({ SMTP_URL: mailbox.url });
    for (const address of addresses) assert.deepEqual(await titlesTo(address, titles.length), titles);
    await settled(server);
    assert.equal(await count(unqueued), 0);
  });

  test("at the moment at which there is one, and committed later, are sent a little later", async () => {
    await server.db.query("delete from delivered_channels where channel = 'email'");
    const letter = {
      organizationId: await server.build.organization(),
      address: "late@example.com",
      title: "Late",
    };
    await server.server.database.asTenant(letter.organizationId, async (tx) => {
      await tell(tx, letter);
      const another = await server.another({ SMTP_URL: mailbox.url });
      await settled(server);
      await another.close();
    });
    assert.equal(await count(unqueued), 1);
    assert.equal(await server.server.database.asSystem(queueEffects), 1);
    assert.deepEqual(await titlesTo(letter.address, 1), ["Late"]);
    await plan({ ...letter, address: "soon@example.com", title: "Soon" });
    assert.deepEqual(await titlesTo("soon@example.com", 1), ["Soon"]);
  });
});
