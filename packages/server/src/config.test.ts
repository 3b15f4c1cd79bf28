import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfig } from "./config.ts";

describe("the settings of recordings", () => {
  test("put them beside the database, and keep them for ever", () => {
    const { recordings } = readConfig({ DATA_DIR: "/srv/convene" });
    assert.deepEqual(recordings, { directory: "/srv/convene/recordings", retention: null });
    const set = readConfig({ RECORDINGS_DIR: "/mnt/recordings", RECORDING_RETENTION_DAYS: "90" });
    assert.deepEqual(set.recordings, { directory: "/mnt/recordings", retention: 90 });
    assert.throws(() => readConfig({ RECORDING_RETENTION_DAYS: "0" }), /^Error: RECORDING_RETENTION_DAYS/);
  });
});

describe("the settings of mail", () => {
  test("have a sender at the server's own name, and a harmless one where it has none", () => {
    const from = (settings: Record<string, string>) => readConfig(settings).mail.from;
    assert.equal(from({ PUBLIC_URL: "https://sessions.example.com" }), "convene@sessions.example.com");
    assert.equal(from({}), "convene@localhost");
    assert.equal(from({ MAIL_FROM: " no-reply@example.com " }), "no-reply@example.com");
  });

  test("are refused by name where they cannot be meant, and no password is repeated", () => {
    const refused: [setting: string, value: string][] = [
      ["SMTP_URL", "mail.example.com:587"],
      ["SMTP_URL", "https://user:pass-word@mail.example.com"],
      ["SMTP_URL", "smtp://"],
      ["MAIL_FROM", "Convene <convene@example.com>"],
      ["MAIL_FROM", "convene@example.com\r\nBcc: eve@example.com"],
      ["MAIL_BOUNCE_ADDRESS", "bounce"],
      ["MAIL_BOUNCE_TOKEN", "too short"],
      ["EFFECT_RETENTION_DAYS", "0"],
    ];
    for (const [setting, value] of refused) {
      assert.throws(
        () => readConfig({ [setting]: value }),
        ({ message }: Error) => message.startsWith(setting) && !message.includes("pass-word"),
        `${setting}=${value}`,
      );
    }
  });
});
