import assert from "node:assert/strict";
import { createECDH } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { readConfig } from "./config.ts";
import { readSecrets, secretsFile } from "./secrets.ts";

/** The public half that belongs to a private one. */
function publicHalf(privateKey: string): string {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(privateKey, "base64url"));
  return pair.getPublicKey("base64url");
}

describe("generated secrets", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "convene-secrets-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("are made once, readable by their owner alone, with a pair of keys for Web Push", () => {
    const secrets = readSecrets(folder);
    assert.deepEqual(readSecrets(folder), secrets);
    assert.equal(statSync(secretsFile(folder)).mode & 0o777, 0o600);
    const { publicKey, privateKey } = secrets.vapid;
    assert.equal(Buffer.from(privateKey, "base64url").length, 32);
    assert.equal(publicHalf(privateKey), publicKey);
  });

  test("of an older version keep what they have, and get what is new", () => {
    const { vapid, ...older } = readSecrets(folder);
    writeFileSync(secretsFile(folder), JSON.stringify(older));
    const completed = readSecrets(folder);
    assert.deepEqual({ ...completed, vapid: null }, { ...older, vapid: null });
    assert.notDeepEqual(completed.vapid, vapid);
    assert.deepEqual(JSON.parse(readFileSync(secretsFile(folder), "utf8")), completed);
    assert.deepEqual(readSecrets(folder), completed);
  });
});

describe("settings of push", () => {
  const vapidKeys = {
    publicKey: "BA91-q0UlIOVK0RMTSdXVzocKmdM1OWw3mcfrdd5NDBsDotXnB8q_aE46yEzX10W2FOckgtGKKkye-qWtPBB8i4",
    privateKey: "mYRw5hnFWkdmDsfdigjRXw0MNLKRE2OhGFFE82xmnOA",
  };

  test("take a pair of keys that belong together, and nothing else", () => {
    const { publicKey, privateKey } = vapidKeys;
    const { push } = readConfig({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
    assert.deepEqual(push.vapidKeys, vapidKeys);
    assert.equal(readConfig({}).push.vapidKeys, null);
    const other = publicHalf(Buffer.alloc(32, 7).toString("base64url"));
    for (const [given, half] of [
      [publicKey, undefined],
      [undefined, privateKey],
      [other, privateKey],
      [publicKey, privateKey.slice(1)],
      [publicKey, Buffer.alloc(32).toString("base64url")],
    ]) {
      const read = () => readConfig({ VAPID_PUBLIC_KEY: given, VAPID_PRIVATE_KEY: half });
      assert.throws(read, /VAPID_PUBLIC_KEY and VAPID_PRIVATE_KEY/);
    }
  });

  test("take a subject that push services take", () => {
    for (const subject of ["mailto:ops@example.com", "https://example.com/contact"]) {
      assert.equal(readConfig({ VAPID_SUBJECT: subject }).push.vapidSubject, subject);
    }
    for (const subject of ["ops@example.com", "http://example.com", "mailto:", "https://"]) {
      assert.throws(() => readConfig({ VAPID_SUBJECT: subject }), /VAPID_SUBJECT/);
    }
  });
});
