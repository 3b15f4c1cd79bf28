import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeProtectedHeader, jwtVerify } from "jose";
import { newId } from "#kernel/ids.ts";
import { usualPatience } from "../ask.ts";
import { providerSuite, type SuiteEvent } from "../test/provider-suite.ts";
import { type StreamSandbox, startStreamSandbox } from "./sandbox.ts";
import { streamProvider } from "./stream.ts";

const types = {
  began: "call.session_started",
  emptied: "call.session_ended",
  joined: "call.session_participant_joined",
  left: "call.session_participant_left",
  unknown: "call.hls_broadcasting_started",
};

const bodyOf = ({ kind, reference, at, participantId, coming }: SuiteEvent): string =>
  JSON.stringify({
    type: types[kind],
    call_cid: `default:${reference}`,
    created_at: at.toISOString(),
    session_id: newId(),
    ...(kind === "joined" || kind === "left"
      ? {
          participant: {
            user: { id: participantId, name: "Ada" },
            user_session_id: `coming-${coming}`,
            role: "user",
          },
        }
      : {}),
  });

let sandbox: StreamSandbox;
providerSuite({
  name: "Stream",
  async start() {
    sandbox = await startStreamSandbox();
    return {
      provider: streamProvider(sandbox.credentials),
      made: () => sandbox.calls.size,
      async notify(event) {
        const body = bodyOf(event);
        return { body, headers: sandbox.sign(body) };
      },
      close: sandbox.close,
    };
  },
  at: (url, timeout) => streamProvider({ apiKey: "key", apiSecret: "secret", url }, { timeout, pauses: [1] }),
  async decode(details) {
    assert.equal(details.provider, "stream");
    const key = new TextEncoder().encode(sandbox.credentials.apiSecret);
    const { payload } = await jwtVerify(details.token, key, { algorithms: ["HS256"] });
    assert.deepEqual(decodeProtectedHeader(details.token), { alg: "HS256", typ: "JWT" });
    assert.equal(payload.exp, Math.floor(details.expiresAt.getTime() / 1000));
    assert.deepEqual(payload.call_cids, [`${details.callType}:${details.callId}`]);
    assert.equal(payload.server, undefined, "nobody but the server may do everything");
    assert.equal(payload.user_id, details.userId);
    return { room: details.callId, person: details.userId };
  },
  oldest: 86_400_000,
});

const room = () => ({
  ...{ organizationId: newId(), roomId: newId(), sessionId: newId(), reference: null, title: "Talk" },
  startsAt: new Date(),
});

describe("calls at Stream", () => {
  it("give hosts, participants and viewers their roles", async () => {
    const { credentials, close } = await startStreamSandbox();
    try {
      const provider = streamProvider(credentials);
      const asked = room();
      const { reference } = await provider.prepare(asked);
      const roles = [];
      for (const role of ["host", "participant", "viewer"] as const) {
        const person = { participantId: newId(), key: "person:a", name: "A", role };
        const details = await provider.admit({ ...asked, reference }, person, new Date());
        assert.equal(details.provider, "stream");
        const { payload } = await jwtVerify(details.token, new TextEncoder().encode(credentials.apiSecret));
        roles.push(payload.role);
      }
      assert.deepEqual(roles, ["host", "call_member", "user"]);
    } finally {
      await close();
    }
  });

  it("are asked again where Stream fails for a moment, and stay one", async () => {
    const { credentials, calls, close } = await startStreamSandbox();
    const real = globalThis.fetch;
    let asked = 0;
    // The answer is lost on its way back: the call is made, and nobody knows.
    globalThis.fetch = async (...request) => {
      asked += 1;
      const response = await real(...request);
      if (asked === 1) throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
      return response;
    };
    try {
      await streamProvider(credentials, { ...usualPatience, pauses: [1] }).prepare(room());
      assert.deepEqual([asked, calls.size], [2, 1]);
    } finally {
      globalThis.fetch = real;
      await close();
    }
  });

  it("keep out whom we remove, and say whose credentials are wrong", async () => {
    const { credentials, calls, close } = await startStreamSandbox();
    try {
      const provider = streamProvider(credentials);
      const { reference } = await provider.prepare(room());
      await provider.remove?.({ reference }, "somebody");
      assert.deepEqual(calls.get(`default:${reference}`)?.blocked, ["somebody"]);
      await provider.check?.();
      const stranger = streamProvider({ ...credentials, apiSecret: "another" });
      await assert.rejects(async () => stranger.check?.(), { code: "provider_refused" });
    } finally {
      await close();
    }
  });

  it("are ended when Stream says so, which their being empty is not, and not from the future", async () => {
    const { credentials, sign, close } = await startStreamSandbox();
    await close();
    const now = new Date();
    const read = (type: string, at = now) => {
      const body = JSON.stringify({ type, call_cid: "default:abc", created_at: at.toISOString() });
      const notification = { headers: sign(body), body: Buffer.from(body), now };
      return streamProvider(credentials).readNotification(notification);
    };
    const told = async (type: string) =>
      (await read(type))?.happened.map(({ occurrence }) => occurrence.kind);
    assert.deepEqual(await told("call.session_ended"), ["emptied"]);
    assert.deepEqual(await told("call.ended"), ["ended"]);
    assert.equal(await read("call.ended", new Date(now.getTime() + 2 * 86_400_000)), null);
  });

  it("have a recording when it can be fetched", async () => {
    const { credentials, sign, close } = await startStreamSandbox();
    await close();
    const now = new Date();
    const body = JSON.stringify({
      ...{ type: "call.recording_ready", call_cid: "default:abc", created_at: now.toISOString() },
      call_recording: { filename: "a.mp4", url: "https://stream.example/a.mp4?sig=1" },
    });
    const notification = { headers: sign(body), body: Buffer.from(body), now };
    const notified = await streamProvider(credentials).readNotification(notification);
    const occurrence = { kind: "recorded", at: now, url: "https://stream.example/a.mp4?sig=1" };
    assert.deepEqual(notified, { happened: [{ reference: "abc", occurrence }] });
  });
});
