import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type Chromium, startChromium } from "../../../test/chromium.ts";
import { eventually } from "../../../test/eventually.ts";
import { createSfu } from "./sfu.ts";
import { joinFromBrowser, serveBlankPage } from "./test/browser-page.ts";
import { keepFaults, localSettings } from "./test/quiet.ts";

describe("browsers through the media process", () => {
  const { log, faults } = keepFaults();
  const sfu = createSfu({ settings: { ...localSettings, cameraBitrate: 300_000 }, log });
  let chromium: Chromium;
  let blank: Awaited<ReturnType<typeof serveBlankPage>>;

  before(async () => {
    chromium = await startChromium();
    blank = await serveBlankPage();
  });

  after(async () => {
    await chromium?.close();
    await blank?.close();
    await sfu.close();
  });

  const join = async (id: string) =>
    joinFromBrowser(await chromium.visitor(), blank.url, sfu, { roomId: "browsers", id });

  test("see and hear each other, also who comes late, and what is switched off and on again", async () => {
    const [ann, bob] = await Promise.all([join("ann"), join("bob")]);
    await Promise.all([ann.publish(["camera", "microphone"]), bob.publish(["camera", "microphone"])]);
    const seesAll = async (peer: typeof ann, others: string[]) => {
      const first = await peer.seen();
      await eventually(async () => {
        const now = await peer.seen();
        for (const key of others.flatMap((name) => [`${name} camera`, `${name} microphone`])) {
          assert.ok((now[key] ?? 0) > (first[key] ?? 0), `${key}: ${first[key]} → ${now[key]}`);
        }
      });
    };
    await Promise.all([seesAll(ann, ["bob"]), seesAll(bob, ["ann"])]);

    const cleo = await join("cleo");
    await seesAll(cleo, ["ann", "bob"]);

    await ann.publish(["microphone"]);
    await eventually(async () => {
      const { ...seen } = await bob.seen();
      assert.equal(seen["ann camera"], undefined);
    });
    await cleo.publish(["camera", "microphone"]);
    await ann.publish(["camera", "microphone"]);
    await seesAll(bob, ["ann", "cleo"]);
    await seesAll(cleo, ["ann", "bob"]);
    assert.deepEqual(faults, []);
  });

  test("send no more than the operator allows", async () => {
    const dan = await joinFromBrowser(await chromium.visitor(), blank.url, sfu, {
      roomId: "alone",
      id: "dan",
    });
    await dan.publish(["camera", "microphone"]);
    await eventually(async () => {
      const sent = await dan.sentBitrate();
      assert.ok(sent > 60_000 && sent < 400_000, `${sent} bit/s`);
    });
  });
});
