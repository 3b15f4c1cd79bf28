import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { Refusal } from "../kernel/errors.ts";
import { newPersonId, newSecret } from "../kernel/ids.ts";
import { createAttempts } from "./attempts.ts";
import { createPasswords } from "./passwords.ts";
import { readApiKey, readSignIn, writeApiKey } from "./secrets.ts";
import { createTurnstile } from "./turnstile.ts";

const passwords = createPasswords();

test("a hash recognises its password and no other, and never repeats", async () => {
  const [hash, again] = await Promise.all([passwords.hash("correct horse"), passwords.hash("correct horse")]);
  assert.notEqual(hash, again);
  assert.match(hash, /^scrypt\$131072\$8\$1\$/);
  assert.equal(await passwords.check("correct horse", hash), true);
  assert.equal(await passwords.check("correct horsf", hash), false);
});

test("an unknown person costs as much time as a wrong password", async () => {
  const hash = await passwords.hash("correct horse");
  const time = async (stored: string | null) => {
    const start = performance.now();
    assert.equal(await passwords.check("wrong", stored), false);
    return performance.now() - start;
  };
  // Three of each in turn, so that a busy machine slows both alike.
  const [known, unknown]: [number[], number[]] = [[], []];
  for (let n = 0; n < 3; n += 1) {
    known.push(await time(hash));
    unknown.push(await time(null));
  }
  assert.ok(Math.min(...unknown) > Math.min(...known) / 3);
});

test("what is no key or sign-in of ours is read as none, whatever it is", () => {
  const text = writeApiKey(newPersonId(), newSecret());
  assert.ok(readApiKey(text));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: "grapheme" })), (noise) => {
      assert.equal(readApiKey(`${text}${noise} `), null);
      assert.equal(readSignIn(noise), null);
    }),
  );
});

test("work takes turns, and is turned away when too much waits", async () => {
  const turns = createTurnstile({ atOnce: 2, waiting: 3 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (n: number) =>
    turns(async () => {
      running += 1;
      most = Math.max(most, running);
      await pause(5);
      order.push(n);
      running -= 1;
      if (n === 1) throw new Error("work may fail");
    });
  const outcomes = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
  assert.equal(most, 2);
  assert.deepEqual(order, [0, 1, 2, 3, 4]);
  const refused = outcomes.filter(
    (outcome) => outcome.status === "rejected" && outcome.reason instanceof Refusal,
  );
  assert.equal(refused.length, 2);
  await work(7);
  assert.deepEqual(order.at(-1), 7);
});

test("a right password clears the count of wrong ones, and what was not tried does not count", async () => {
  const attempts = createAttempts();
  const now = new Date();
  const ada = { account: "ada@example.com", address: "192.0.2.1", now };
  const guess = (outcome: Promise<boolean>) => attempts.guard(ada, () => outcome);
  for (let n = 0; n < 9; n += 1) assert.equal(await guess(Promise.resolve(false)), false);
  for (let n = 0; n < 9; n += 1) await assert.rejects(guess(Promise.reject(new Error("busy"))), /busy/);
  assert.equal(await guess(Promise.resolve(true)), true);
  for (let n = 0; n < 10; n += 1) assert.equal(await guess(Promise.resolve(false)), false);
  await assert.rejects(guess(Promise.resolve(true)), { code: "too_many_requests" });
  assert.equal(await attempts.guard({ ...ada, account: "bob@example.com" }, async () => true), true);
});

test("wrong passwords from the addresses of one household count together", async () => {
  const attempts = createAttempts();
  const now = new Date();
  const guess = (address: string, account: string) =>
    attempts.guard({ account: `${account}@example.com`, address, now }, async () => false);
  for (let n = 0; n < 20; n += 1) assert.equal(await guess(`2001:db8:0:7::${n}`, `p${n}`), false);
  await assert.rejects(guess("2001:db8:0:7:ffff::", "ada"), { code: "too_many_requests" });
  assert.equal(await guess("2001:db8:0:8::1", "ada"), false);
});
