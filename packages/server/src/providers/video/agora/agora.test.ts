import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, it } from "node:test";
import { newId } from "#kernel/ids.ts";
import { callUid } from "#rooms/call-uid.ts";
import { providerSuite, type SuiteEvent } from "../test/provider-suite.ts";
import { agoraProvider } from "./agora.ts";
import { decodeAgoraToken } from "./test/decode-token.ts";

const account = {
  appId: "0123456789abcdef0123456789abcdef",
  appCertificate: "fedcba9876543210fedcba9876543210",
  notificationSecret: "a secret of the Notifications service",
};

const types = { began: 101, emptied: 102, joined: 107, left: 108, unknown: 199 };
const sign = (body: string) => ({
  "agora-signature-v2": createHmac("sha256", account.notificationSecret).update(body).digest("hex"),
});
const wrap = (eventType: number, at: Date, payload: object) =>
  JSON.stringify({
    ...{ noticeId: `${newId()}:1:${eventType}`, productId: 1, eventType, notifyMs: at.getTime() },
    payload,
  });

/** The first coming was two minutes ago, and the second is now. */
function bodyOf({ kind, reference, at, coming }: SuiteEvent): string {
  const ts = Math.floor(at.getTime() / 1000);
  const person = { uid: 4711, platform: 7, clientType: 0, clientSeq: at.getTime() + coming };
  const left = { reason: 1, duration: coming === 1 ? 120 : 0 };
  return wrap(types[kind], at, {
    ...{ channelName: reference, ts },
    ...(kind === "joined" || kind === "left" ? person : {}),
    ...(kind === "left" ? left : {}),
  });
}

providerSuite({
  name: "Agora",
  start: async () => ({
    provider: agoraProvider(account),
    made: null,
    async notify(event) {
      const body = bodyOf(event);
      return { body, headers: sign(body) };
    },
    close: async () => {},
  }),
  at: null,
  async decode(details) {
    assert.equal(details.provider, "agora");
    const token = decodeAgoraToken(details.token, account.appCertificate);
    assert.deepEqual([token.appId, token.lifetime, token.isGenuine], [account.appId, 3600, true]);
    assert.equal(token.uid, String(details.uid));
    return { room: token.channel, person: null };
  },
  oldest: 3_600_000,
});

const read = (body: string, now: Date, secret: string | null = account.notificationSecret) =>
  agoraProvider({ ...account, notificationSecret: secret }).readNotification({
    ...{ headers: sign(body), body: Buffer.from(body), now },
  });

describe("channels at Agora", () => {
  it("know a person of a session by one number, and by another in another session", async () => {
    const provider = agoraProvider(account);
    const [session, other] = [newId(), newId()];
    const uidIn = async (sessionId: string) => {
      const asked = {
        organizationId: newId(),
        roomId: newId(),
        sessionId,
        title: "Call",
        startsAt: new Date(),
      };
      const person = { participantId: newId(), key: "person:ada", name: "Ada", role: "host" } as const;
      const details = await provider.admit({ ...asked, reference: "ms_a_1" }, person, new Date());
      assert.equal(details.provider, "agora");
      return details.uid;
    };
    assert.equal(await uidIn(session), callUid(session, "ada"));
    assert.equal(await uidIn(session), await uidIn(session));
    assert.notEqual(await uidIn(session), await uidIn(other));
  });

  it("keep the channel that the product gave them", async () => {
    const asked = {
      organizationId: newId(),
      roomId: newId(),
      sessionId: newId(),
      title: "Call",
      startsAt: new Date(),
    };
    const provider = agoraProvider(account);
    assert.deepEqual(await provider.prepare({ ...asked, reference: "ms_abc_1" }), { reference: "ms_abc_1" });
  });

  it("read hosts, audience and plain callers alike", async () => {
    const now = new Date();
    const ts = Math.floor(now.getTime() / 1000);
    for (const [joins, leaves] of [
      [103, 104],
      [105, 106],
      [107, 108],
    ] as const) {
      const person = { channelName: "c", ts, uid: 12, platform: 1, clientSeq: 1 };
      const joined = await read(wrap(joins, now, person), now);
      const left = await read(wrap(leaves, now, { ...person, reason: 1, duration: 0 }), now);
      const ids = [joined, left].map((notified) => notified?.happened[0]?.occurrence);
      assert.deepEqual(
        ids.map((occurrence) => occurrence && "connectionId" in occurrence && occurrence.connectionId),
        [`agora:12:${ts}`, `agora:12:${ts}`],
      );
    }
  });

  it("let nobody in by numbers that are none", async () => {
    const now = new Date();
    for (const payload of [
      {},
      { channelName: "c" },
      { channelName: 1, ts: 1 },
      { channelName: "c", ts: "1" },
      null,
    ]) {
      assert.deepEqual(await read(wrap(107, now, payload as object), now), { happened: [] });
    }
  });

  it("believe no notification while no secret is set", async () => {
    const now = new Date();
    assert.equal(await read(wrap(101, now, { channelName: "c", ts: 1 }), now, null), null);
  });
});
