import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database, Transaction } from "../database/tenancy.ts";
import { createDirectory } from "./directory.ts";

/** A database that counts its statements and answers when, and what, a test says. */
function createControlled() {
  let statements = 0;
  let answer: () => Promise<object | null> = async () => ({ id: "ada" });
  const first = (async () => {
    statements += 1;
    return answer();
  }) as Transaction["first"];
  const tx = { first } as Transaction;
  const database: Database = {
    asTenant: (_, work) => work(tx),
    asSystem: (work) => work(tx),
    forTenant: () => tx,
    forSystem: () => tx,
  };
  return {
    database,
    statements: () => statements,
    answers(next: () => Promise<object | null>) {
      answer = next;
    },
  };
}

test("what was seen once costs no statement again", async () => {
  const { database, statements } = createControlled();
  const directory = createDirectory(database);
  directory.hearing(true);
  for (let n = 0; n < 3; n += 1) {
    await directory.person("ada");
    await directory.key("ada");
    await directory.organization("ada");
    await directory.signIn("ada");
  }
  assert.equal(statements(), 4);
});

test("an announcement makes the next look-up ask again, for what it names alone", async () => {
  const { database, statements } = createControlled();
  const directory = createDirectory(database);
  directory.hearing(true);
  const all = async () => {
    await directory.person("ada");
    await directory.key("ada");
    await directory.organization("ada");
    await directory.signIn("ada");
  };
  await all();
  for (const announcement of ["person:ada", "key:ada", "organization:ada", "sign_in:ada"]) {
    const before = statements();
    directory.forget(announcement);
    await all();
    assert.equal(statements(), before + 1, announcement);
  }
  const before = statements();
  for (const noise of ["", "person", "person:bob", "constructor:ada", "session:ada"]) directory.forget(noise);
  await all();
  assert.equal(statements(), before);
});

test("what was read before a change and arrives after its announcement is not remembered", async () => {
  const { database, statements, answers } = createControlled();
  const directory = createDirectory(database);
  directory.hearing(true);
  const { promise, resolve } = Promise.withResolvers<object>();
  answers(() => promise);
  const reading = directory.person("ada");
  directory.forget("person:ada");
  resolve({ id: "ada", isStale: true });
  assert.ok(await reading);
  answers(async () => ({ id: "ada" }));
  assert.deepEqual(await directory.person("ada"), { id: "ada" });
  assert.equal(statements(), 2);
});

test("what was read while announcements could not be heard is not remembered either", async () => {
  const { database, statements, answers } = createControlled();
  const directory = createDirectory(database);
  const { promise, resolve } = Promise.withResolvers<object>();
  answers(() => promise);
  const reading = directory.person("ada");
  directory.hearing(true);
  resolve({ id: "ada" });
  await reading;
  answers(async () => ({ id: "ada" }));
  await directory.person("ada");
  await directory.person("ada");
  assert.equal(statements(), 2);
  directory.hearing(false);
  await directory.person("ada");
  await directory.person("ada");
  assert.equal(statements(), 4);
  directory.hearing(true);
  await directory.person("ada");
  await directory.person("ada");
  assert.equal(statements(), 5);
});

test("that somebody does not exist is asked again each time", async () => {
  const { database, answers } = createControlled();
  const directory = createDirectory(database);
  directory.hearing(true);
  answers(async () => null);
  assert.equal(await directory.person("ada"), null);
  answers(async () => ({ id: "ada" }));
  assert.deepEqual(await directory.person("ada"), { id: "ada" });
});
