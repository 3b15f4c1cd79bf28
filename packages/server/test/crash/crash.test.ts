import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { systemClock } from "../../src/kernel/clock.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";
import { eventually } from "../eventually.ts";
import { type Mailbox, openMailbox } from "../mailbox.ts";
import { randomFrom } from "../random.ts";
import { openReceiver, type WebhookReceiver } from "../webhook-receiver.ts";
import { type Cluster, startCluster } from "./cluster.ts";
import { type Reader, startReader } from "./reader.ts";
import { addPeople, createAdministrator, createClient, type Expected } from "./world.ts";

interface StoredEffect {
  id: string;
  event_id: string;
  channel: string;
  recipient: string;
  state: string;
}
interface StoredEvent {
  id: string;
  type: string;
  subject_id: string;
  position: string;
}

/** How many clients work at once, how often each does something, and after how many of these a server is killed. */
const clients = 4;
const actsOfEach = 36;
const crashEvery = 18;

describe("servers that are killed in the middle of their work", () => {
  const email = "operator@example.com";
  const acknowledged: Expected[] = [];
  let db: TestDatabase;
  let mailbox: Mailbox;
  let hook: WebhookReceiver;
  let cluster: Cluster;
  let reader: Reader;
  let organizationId: string;
  let events: StoredEvent[];
  let effects: StoredEffect[];

  before(async () => {
    db = await createTestDatabase();
    [mailbox, hook] = await Promise.all([openMailbox(), openReceiver(systemClock)]);
    const { user, password, host, port, database } = db.connection;
    const env = {
      DATABASE_URL: `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`,
      PUBLIC_URL: "http://sessions.example.com",
      SECRET: "one secret for all servers of this database",
      SMTP_URL: mailbox.url,
      WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8",
    };
    const adminPassword = await createAdministrator(env, email);
    cluster = await startCluster(2, env);
    const token = await signIn(adminPassword);
    const mentorshipIds = await fill(token);
    reader = startReader(cluster.urls, "/api/events/organization/events", token);
    // The first event from which it can go on, should its server be killed: one that happens when it reads already.
    let name = 0;
    await eventually(async () => {
      name += 1;
      await cluster.call("PATCH", `/api/organizations/${organizationId}`, token, { name: `Crashes ${name}` });
      assert.ok(reader.seen.length > 0);
    });
    mailbox.defer("coach0@people.example");
    await work(token, mentorshipIds);
    mailbox.accept("coach0@people.example");
    await untilDone();
    events = await db.query("select id, type, subject_id, position from events order by position");
    effects = await db.query(
      "select id, event_id, channel, recipient, state from effects where event_id is not null",
    );
  });
  after(async () => {
    await reader?.stop();
    await cluster?.stop();
    await Promise.all([mailbox?.close(), hook?.close()]);
    await db?.drop();
  });

  async function signIn(password: string): Promise<string> {
    const { status, body } = await cluster.call("POST", "/api/auth/sign-in", "", { email, password });
    assert.equal(status, 200, JSON.stringify(body));
    organizationId = body.organizations[0].id;
    return body.token;
  }

  async function fill(token: string): Promise<string[]> {
    await db.query("update organizations set self_service = true");
    const people = Array.from({ length: clients }, (_, n) => [`coach${n}`, `teacher${n}`] as const);
    await addPeople(db, organizationId, people.flat());
    const ids: string[] = [];
    for (const [coachId, teacherId] of people) {
      const mentorship = { coachId, teacherId, status: "active" };
      const { status, body } = await cluster.call("POST", "/api/mentorships", token, mentorship);
      assert.equal(status, 201, JSON.stringify(body));
      ids.push(body.data.id);
    }
    const endpoint = { url: hook.url };
    const { status, body } = await cluster.call("POST", "/api/webhook-endpoints", token, endpoint);
    assert.equal(status, 201, JSON.stringify(body));
    return ids;
  }

  async function work(token: string, mentorshipIds: readonly string[]): Promise<void> {
    let crashing: Promise<unknown> = Promise.resolve();
    const onDone = (expected: Expected) => {
      acknowledged.push(expected);
      const nth = acknowledged.length / crashEvery;
      if (Number.isInteger(nth)) crashing = cluster.crash(nth % cluster.urls.length);
    };
    const working = mentorshipIds.map(async (mentorshipId, n) => {
      const client = createClient({ cluster, token, mentorshipId, random: randomFrom(n + 1), onDone });
      for (let act = 0; act < actsOfEach; act += 1) await client.act();
    });
    await Promise.all(working);
    await crashing;
  }

  /** What failed while its server died is due again only after a while: that while is let pass. */
  async function untilDone(): Promise<void> {
    await eventually(async () => {
      await db.query(
        `update graphile_worker._private_jobs set run_at = now()
         where key like 'effect:%' and locked_at is null and run_at > now()`,
      );
      const waiting = await db.query(`
        select 'event' as what, type as which, null as note from events where position is null
        union all
        select 'effect', kind, outcome from effects where state = 'waiting'
        union all
        select 'job', task_identifier || ' ' || coalesce(key, 'without a key'), last_error from graphile_worker.jobs
        where run_at <= now()`);
      assert.deepEqual(waiting, []);
    });
  }

  test("lose no acknowledged change, and make none of them twice", () => {
    const keyOf = (type: string, subjectId: string) => `${type} ${subjectId}`;
    const count = (keys: string[]) => Map.groupBy(keys, (key) => key);
    const made = count(events.map((event) => keyOf(event.type, event.subject_id)));
    const asked = count(acknowledged.map(({ type, subjectId }) => keyOf(type, subjectId)));
    for (const [key, list] of asked) assert.equal(made.get(key)?.length, list.length, key);
    assert.ok(acknowledged.length > (clients * actsOfEach) / 2, "there was something to lose");
  });

  test("leave positions without a gap", () => {
    assert.deepEqual(
      events.map(({ position }) => Number(position)),
      events.map((_, n) => n + 1),
    );
  });

  test("write each letter of each change, none under two identities", () => {
    const letters = effects.filter(({ channel }) => channel === "email");
    const byEvent = Map.groupBy(letters, (effect) => effect.event_id);
    const expected = new Map(acknowledged.map((one) => [`${one.type} ${one.subjectId}`, one.letters]));
    for (const event of events) {
      const count = expected.get(`${event.type} ${event.subject_id}`);
      if (count === undefined) continue;
      const sent = byEvent.get(event.id) ?? [];
      assert.equal(sent.length, count, `${event.type}: ${sent.map(({ recipient }) => recipient)}`);
      assert.equal(new Set(sent.map(({ recipient }) => recipient)).size, count);
    }
    const arrived = new Set(mailbox.mails.map(({ email: mail }) => mail.messageId?.replace(/^<|@.*$/g, "")));
    assert.deepEqual(
      letters.filter(({ id, state }) => state !== "delivered" || !arrived.has(id)),
      [],
    );
    const known = new Set(letters.map(({ id }) => id));
    const all = mailbox.mails.filter(({ to }) => /@(people|invited)\.example$/.test(to));
    assert.deepEqual(
      all.filter(({ email: mail }) => !known.has(mail.messageId?.replace(/^<|@.*$/g, "") ?? "")),
      [],
    );
  });

  test("deliver each event to the webhook endpoint, under one id each", () => {
    const ids = new Map<string, Set<string>>();
    for (const { headers, body } of hook.received) {
      const eventId = String(body.data.eventId);
      ids.set(eventId, (ids.get(eventId) ?? new Set()).add(String(headers["webhook-id"])));
    }
    const began = events.findIndex(({ type }) => type === "webhook.endpoint_created");
    for (const event of events.slice(began + 1)) assert.equal(ids.get(event.id)?.size, 1, event.type);
  });

  test("let a reader that goes from one to the other miss nothing, and see nothing twice", async () => {
    const first = events.findIndex(({ id }) => id === reader.seen[0]);
    const expected = events.slice(first).map(({ id }) => id);
    await eventually(async () => assert.equal(reader.seen.length, expected.length));
    assert.deepEqual(reader.seen, expected);
    assert.equal(reader.resyncs(), 0);
  });
});
