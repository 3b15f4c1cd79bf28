import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { eventsOf, givePassword, password, signIn, soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { mailedSubjects, mailedToken, mailedTokens } from "../../test/mailed-links.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled, travel } from "../../test/travel.ts";
import type { Sql } from "../database/statement.ts";
import type { Transaction } from "../database/tenancy.ts";
import { hours, minutes } from "../kernel/clock.ts";
import { createVault } from "../kernel/vault.ts";
import { askForReset } from "./operations/ask-for-password-reset.ts";

const page = "/reset-password";
const newPassword = "another horse, another battery";

describe("a forgotten password", () => {
  let server: TestServer;
  let organizationId: string;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
  });
  after(() => server.close());

  async function member(): Promise<BuiltPerson> {
    const person = await server.build.member(organizationId, "Coach");
    await givePassword(server, person.id);
    return person;
  }

  /** The limit of requests a minute is each process's own, so each test that asks takes a process. */
  async function asking<T>(work: (ask: (email: string) => Promise<void>, at: TestServer) => Promise<T>) {
    const at = await server.another();
    const ask = async (email: string) => {
      const { status, body } = await at.api().post("/api/auth/password-reset", { email });
      assert.deepEqual([status, body], [202, { success: true }]);
      await settled(server);
    };
    try {
      return await work(ask, at);
    } finally {
      await at.close();
    }
  }

  const confirm = (token: string, text = newPassword) =>
    server.api().post("/api/auth/password-reset/confirm", { token, password: text });

  test("a new one is set by the mailed link, once; every sign-in and token before it ends", async () => {
    const person = await member();
    const before = await signIn(server, person);
    await asking((ask) => ask(person.email.toUpperCase()));
    const token = await mailedToken(server, person.email, page);
    assert.equal((await confirm(token)).status, 200);
    await soon(401, () => server.api(before.token).get("/api/me"));
    await soon(401, () => server.api().get("/api/me", before.browser));
    const old = await server.api().post("/api/auth/sign-in", { email: person.email, password });
    assert.deepEqual([old.status, old.body.code], [401, "wrong_password"]);
    const now = await server.api().post("/api/auth/sign-in", { email: person.email, password: newPassword });
    assert.equal(now.status, 200);
    assert.equal(now.body.person.emailVerifiedAt, server.clock().toISOString());
    const again = await confirm(token);
    assert.deepEqual([again.status, again.body.code], [404, "not_found"]);
    assert.deepEqual(await eventsOf(server, person.id), ["person.password_reset", "person.email_verified"]);
    assert.deepEqual(await mailedSubjects(server, person.email), [
      "Set a new password",
      "Your password was changed",
    ]);
  });

  test("nobody learns by the answer who has an account, and nobody without one is mailed", async () => {
    const person = await member();
    await asking(async (_, at) => {
      const answers = [];
      for (const email of [person.email, "nobody-at-all@example.com"]) {
        const { status, body, headers } = await at.api().post("/api/auth/password-reset", { email });
        answers.push([status, body, headers.get("content-length"), headers.get("x-ratelimit-limit")]);
      }
      assert.deepEqual(answers[0], answers[1]);
    });
    assert.equal((await mailedTokens(server, person.email, page)).length, 1);
    assert.deepEqual(await mailedSubjects(server, "nobody-at-all@example.com"), []);
  });

  test("asking runs the same statements for an address that is known and for one that is not", async () => {
    const vault = createVault("a secret for tests, thirty-two characters or more");
    const origin = { requestId: "test", ip: null, userAgent: null };
    const statementsFor = async (email: string) => {
      const texts: string[] = [];
      await server.server.database.asSystem((tx) => {
        const noted = (statement: Sql) => {
          texts.push(statement.text);
          return statement;
        };
        const noting: Transaction = {
          ...tx,
          all: (statement) => tx.all(noted(statement)),
          first: (statement) => tx.first(noted(statement)),
        };
        return askForReset({ tx: noting, now: server.clock(), origin }, vault, { email });
      });
      return texts;
    };
    const known = await statementsFor((await member()).email);
    assert.equal(known.length, 1);
    assert.deepEqual(await statementsFor("nobody-at-all@example.com"), known);
  });

  test("only the newest link counts, for one hour", async () => {
    const person = await member();
    await asking(async (ask) => {
      await ask(person.email);
      await ask(person.email);
    });
    const [first, second] = await mailedTokens(server, person.email, page);
    assert.ok(first && second && first !== second);
    assert.equal((await confirm(first)).status, 404);
    await travel(server, hours(1));
    assert.equal((await confirm(second)).status, 404);
    await asking((ask) => ask(person.email));
    const third = await mailedToken(server, person.email, page);
    await travel(server, hours(1) - 1);
    assert.equal((await confirm(third)).status, 200);
  });

  test("of two that use one link at once, one sets the password", async () => {
    const person = await member();
    await asking((ask) => ask(person.email));
    const token = await mailedToken(server, person.email, page);
    const texts = ["the first of both of them", "the second of both of them"];
    const answers = await Promise.all(texts.map((text) => confirm(token, text)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404]);
    const winner = texts[answers.findIndex(({ status }) => status === 200)];
    const signedIn = await server.api().post("/api/auth/sign-in", { email: person.email, password: winner });
    assert.equal(signedIn.status, 200);
  });

  test("an account is mailed three links an hour, whoever asks, and the newest stays good", async () => {
    const person = await member();
    await asking(async (ask) => {
      for (let n = 0; n < 5; n += 1) {
        await ask(person.email);
        server.clock.advance(minutes(1));
      }
    });
    const tokens = await mailedTokens(server, person.email, page);
    assert.equal(tokens.length, 3);
    assert.equal((await confirm(tokens[2] ?? "")).status, 200);
    await travel(server, hours(1));
    await asking((ask) => ask(person.email));
    assert.equal((await mailedTokens(server, person.email, page)).length, 4);
  });

  test("one address that asks too often is slowed down, whether or not anybody has the accounts", async () => {
    const at = await server.another();
    const statuses = [];
    for (let n = 0; n < 11; n += 1) {
      const email = `slowed-${n}@example.com`;
      statuses.push((await at.api().post("/api/auth/password-reset", { email })).status);
    }
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 202), 429]);
    await at.close();
  });

  test("whom an outside issuer signs in is told so; who has no password at all can set one", async () => {
    const [outside, passwordless] = [
      await server.build.member(organizationId, "Coach"),
      await server.build.member(organizationId, "Coach"),
    ];
    await server.db.query(
      "insert into external_identities (issuer, subject, person_id, linked_at) values ('https://id.test', $1, $1, now())",
      [outside.id],
    );
    await asking(async (ask) => {
      await ask(outside.email);
      await ask(passwordless.email);
    });
    assert.deepEqual(await mailedSubjects(server, outside.email), ["You sign in without a password"]);
    assert.deepEqual(await mailedTokens(server, outside.email, page), []);
    const token = await mailedToken(server, passwordless.email, page);
    assert.equal((await confirm(token)).status, 200);
    const body = { email: passwordless.email, password: newPassword };
    assert.equal((await server.api().post("/api/auth/sign-in", body)).status, 200);
  });

  test("a changed password voids the link, and its owner is told by mail", async () => {
    const person = await member();
    const { token: session } = await signIn(server, person);
    await asking((ask) => ask(person.email));
    const token = await mailedToken(server, person.email, page);
    const change = { currentPassword: password, newPassword };
    assert.equal((await server.api(session).post("/api/auth/password", change)).status, 200);
    assert.equal((await confirm(token)).status, 404);
    assert.equal((await mailedSubjects(server, person.email)).at(-1), "Your password was changed");
  });

  test("wrong passwords before it are forgotten: who set a new one can sign in", async () => {
    const person = await member();
    const tryOne = (text: string) =>
      server.api().post("/api/auth/sign-in", { email: person.email, password: text });
    for (let n = 0; n < 10; n += 1) await tryOne("wrong");
    assert.equal((await tryOne(password)).status, 429);
    await asking((ask) => ask(person.email));
    assert.equal((await confirm(await mailedToken(server, person.email, page))).status, 200);
    server.clock.advance(minutes(1));
    assert.equal((await tryOne(newPassword)).status, 200);
  });

  test("a token of the other kind, or of nobody, sets nothing", async () => {
    const person = await member();
    assert.equal((await server.api(person.token).post("/api/auth/email-verification")).status, 202);
    const other = await mailedToken(server, person.email, "/verify-email");
    for (const token of [other, "made-up"]) {
      const { status, body } = await confirm(token);
      assert.deepEqual([status, body.code], [404, "not_found"]);
    }
    const short = await confirm(other, "short");
    assert.deepEqual([short.status, short.body.errors[0].pointer], [400, "/password"]);
  });
});
