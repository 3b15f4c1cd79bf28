import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jwtVerify, SignJWT } from "jose";
import { TokenVerifier } from "livekit-server-sdk";
import { newId } from "#kernel/ids.ts";
import { providerSuite, type SuiteEvent } from "../test/provider-suite.ts";
import { livekitProvider } from "./livekit.ts";
import { type LivekitSandbox, startLivekitSandbox } from "./sandbox.ts";

const types = {
  began: "participant_joined",
  emptied: "room_finished",
  joined: "participant_joined",
  left: "participant_left",
  unknown: "track_published",
};

const bodyOf = (
  { kind, reference, at, participantId, coming }: SuiteEvent,
  kindOfPerson = "STANDARD",
): string =>
  JSON.stringify({
    event: types[kind],
    id: `EV_${newId()}`,
    createdAt: String(Math.floor(at.getTime() / 1000)),
    room: { sid: "RM_1", name: reference, emptyTimeout: 600 },
    ...(kind === "began" || kind === "joined" || kind === "left"
      ? { participant: { sid: `PA_${coming}`, identity: participantId, name: "Ada", kind: kindOfPerson } }
      : {}),
  });

let sandbox: LivekitSandbox;
providerSuite({
  name: "LiveKit",
  async start() {
    sandbox = await startLivekitSandbox();
    return {
      provider: livekitProvider(sandbox.credentials),
      made: () => sandbox.rooms.size,
      async notify(event) {
        const body = bodyOf(event);
        return { body, headers: await sandbox.sign(body) };
      },
      close: sandbox.close,
    };
  },
  at: (url, timeout) =>
    livekitProvider({ url, apiKey: "key", apiSecret: "secret" }, { timeout, pauses: [1] }),
  async decode(details) {
    assert.equal(details.provider, "livekit");
    const { apiKey, apiSecret } = sandbox.credentials;
    // By LiveKit's own verifier, and by a plain JWT library.
    const claims = await new TokenVerifier(apiKey, apiSecret).verify(details.token);
    const { payload } = await jwtVerify(details.token, new TextEncoder().encode(apiSecret), {
      issuer: apiKey,
    });
    assert.equal(claims.video?.roomJoin, true);
    assert.match(details.url, /^ws:/);
    return { room: String(claims.video?.room), person: payload.sub ?? "" };
  },
  // Its token lasts by the real clock; see below.
  oldest: null,
});

const room = () => ({
  ...{ organizationId: newId(), roomId: newId(), sessionId: newId(), reference: null, title: "Talk" },
  startsAt: new Date(),
});

describe("rooms at LiveKit", () => {
  it("let hosts manage, participants speak, and viewers watch", async () => {
    const provider = livekitProvider({ url: "wss://rooms.example", apiKey: "key", apiSecret: "secret" });
    const grants = [];
    for (const role of ["host", "participant", "viewer"] as const) {
      const person = { participantId: newId(), key: "person:a", name: "A", role };
      const details = await provider.admit({ ...room(), reference: "r" }, person, new Date());
      assert.equal(details.provider, "livekit");
      assert.equal(details.url, "wss://rooms.example");
      const { video } = await new TokenVerifier("key", "secret").verify(details.token);
      grants.push([video?.roomAdmin, video?.canPublish, video?.canSubscribe]);
    }
    assert.deepEqual(grants, [
      [true, true, true],
      [false, true, true],
      [false, false, true],
    ]);
  });

  it("put somebody out, who may be gone already", async () => {
    const { credentials, removed, close } = await startLivekitSandbox();
    try {
      const provider = livekitProvider(credentials);
      const { reference } = await provider.prepare(room());
      await provider.remove?.({ reference }, "somebody");
      assert.deepEqual(removed, [`${reference}/somebody`]);
      await provider.remove?.({ reference: "another room" }, "somebody");
      await provider.check?.();
      const stranger = livekitProvider({ ...credentials, apiSecret: "another" });
      await assert.rejects(async () => stranger.check?.(), { code: "provider_refused" });
    } finally {
      await close();
    }
  });

  it("take no notice of recorders and agents, and refuse a token that has run out", async () => {
    const { credentials, sign, close } = await startLivekitSandbox();
    await close();
    const provider = livekitProvider(credentials);
    const now = new Date();
    const event: SuiteEvent = { kind: "joined", reference: "r", at: now, participantId: "EG_1", coming: 1 };
    const body = bodyOf(event, "EGRESS");
    const read = (headers: Record<string, string>) =>
      provider.readNotification({ headers, body: Buffer.from(body), now });
    assert.deepEqual(await read(await sign(body)), { happened: [] });
    const { sha256 } = (
      await jwtVerify((await sign(body)).authorization ?? "", new TextEncoder().encode(credentials.apiSecret))
    ).payload;
    const old = await new SignJWT({ sha256 })
      .setProtectedHeader({ alg: "HS256" })
      .setIssuer(credentials.apiKey)
      .setExpirationTime(Math.floor(Date.now() / 1000) - 60)
      .sign(new TextEncoder().encode(credentials.apiSecret));
    assert.equal(await read({ authorization: old }), null);
  });

  it("have a recording where its file can be fetched", async () => {
    const { credentials, sign, close } = await startLivekitSandbox();
    await close();
    const now = new Date();
    const body = JSON.stringify({
      ...{ event: "egress_ended", createdAt: String(Math.floor(now.getTime() / 1000)) },
      egressInfo: {
        roomName: "r",
        fileResults: [{ filename: "r.mp4", location: "https://files.example/r.mp4" }],
      },
    });
    const notification = { headers: await sign(body), body: Buffer.from(body), now };
    const notified = await livekitProvider(credentials).readNotification(notification);
    const [happened] = notified?.happened ?? [];
    assert.equal(happened?.reference, "r");
    assert.equal(
      happened?.occurrence.kind === "recorded" && happened.occurrence.url,
      "https://files.example/r.mp4",
    );
  });
});
