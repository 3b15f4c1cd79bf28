import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { OutboundFault } from "../outbound/fault.ts";
import type { Outbound, OutboundAnswer } from "../outbound/outbound.ts";
import { httpSender } from "./http-sender.ts";

const now = new Date("2026-03-02T09:00:00Z");

/** What the sender makes of what comes of a request. */
const send = (come: () => Promise<OutboundAnswer>) => {
  const outbound: Outbound = { post: come, faultOf: () => null };
  return httpSender(outbound, () => now).send("https://hooks.example.com/", {}, "{}");
};

const answer = (headers: OutboundAnswer["headers"], text = "") =>
  send(async () => ({ status: 503, headers, body: Buffer.from(text) }));

describe("the sender of webhooks", () => {
  test("says what went wrong on the way, and leaves faults of ours as they are", async () => {
    const fault = new OutboundFault("timeout", "No complete answer within 15 s");
    assert.deepEqual(await send(() => Promise.reject(fault)), { status: null, text: fault.message });
    await assert.rejects(
      send(() => Promise.reject(new TypeError("ours"))),
      /ours/,
    );
  });

  test("keeps the first 500 characters of an answer, whatever bytes it has", async () => {
    assert.equal((await answer({}, "é".repeat(40_000))).text, "é".repeat(500));
    const broken = await send(async () => ({ status: 200, headers: {}, body: Buffer.from([0xff, 0x41]) }));
    assert.equal(broken.text, "\ufffdA");
  });

  test("keeps nothing of an answer that would steer a terminal or break a line", async () => {
    const headers = { location: "https://example.com/\u001b]0;mine\u0007" };
    const { text, location } = await answer(headers, "\u001b[2Jit\r\n\u0000 broke\u009b31m\n");
    assert.deepEqual([text, location], ["[2Jit  broke 31m", "https://example.com/ ]0;mine"]);
  });

  test("reads Retry-After as seconds or as a date, and nothing else", async () => {
    const cases: [string | undefined, number | undefined][] = [
      ["120", 120_000],
      ["Mon, 02 Mar 2026 10:00:00 GMT", 3_600_000],
      ["Mon, 02 Mar 2026 08:00:00 GMT", undefined],
      ["0", 0],
      ["-5", undefined],
      ["99999999999999999999", 1e23],
      ["12 monkeys, 2040", undefined],
      ["2040-01-01", undefined],
      ["soon", undefined],
      [undefined, undefined],
    ];
    for (const [header, pause] of cases)
      assert.equal((await answer({ "retry-after": header })).retryAfter, pause, header);
  });
});
