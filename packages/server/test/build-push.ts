import assert from "node:assert/strict";
import type { EffectState } from "../src/effects/effect.ts";
import { replayEffects } from "../src/effects/plan.ts";
import { newId } from "../src/kernel/ids.ts";
import type { Notice } from "../src/notifications/notice.ts";
import { notify } from "../src/notifications/notify.ts";
import { notice } from "./build-notices.ts";
import type { BuiltPerson } from "./builders.ts";
import { type ExpoSimulator, startExpoSimulator } from "./expo-simulator.ts";
import { startTestServer, type TestServer } from "./server.ts";
import { settled } from "./travel.ts";
import { type Subscription, startWebPushSimulator } from "./web-push-simulator.ts";

interface EffectRow {
  id: string;
  state: EffectState;
  tries: number;
  outcome: string | null;
}

/** A server with the push services of phones and browsers beside it. */
export interface PushWorld {
  server: TestServer;
  expo: ExpoSimulator;
  organizationId: string;
  person(): Promise<BuiltPerson>;
  /** The person's browser subscribes and is registered. */
  browser(person: BuiltPerson): Promise<Subscription & { id: string }>;
  /** The person's phone is registered. */
  phone(person: BuiltPerson, token?: string): Promise<{ id: string; token: string }>;
  register(token: string, device: object): Promise<string>;
  devices(person: BuiltPerson): Promise<string[]>;
  /** Tells the person something, about a subject of its own unless one is given. */
  tell(person: BuiltPerson, members?: Partial<Notice>, subjectId?: string): Promise<void>;
  /** The pushes to a device, in the order in which they were planned. */
  pushes(deviceId: string): Promise<EffectRow[]>;
  /** Sends a push once more. */
  replay(effectId: string): Promise<void>;
  close(): Promise<void>;
}

export async function startPushWorld(settings: Record<string, string> = {}): Promise<PushWorld> {
  const accessToken = "the token of the project";
  const [expo, services] = [await startExpoSimulator({ accessToken }), await startWebPushSimulator()];
  const server = await startTestServer({
    settings: {
      WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8",
      EXPO_URL: expo.url,
      EXPO_ACCESS_TOKEN: accessToken,
      VAPID_SUBJECT: "mailto:operator@convene.test",
      ...settings,
    },
  });
  const { db, clock, build } = server;
  const organizationId = await build.organization();
  const key = (await server.api().get("/api/push/web-key")).body.data.publicKey;

  async function register(token: string, device: object): Promise<string> {
    const { status, body } = await server.api(token).post("/api/me/devices", device);
    assert.equal(status, 201, JSON.stringify(body));
    return body.data.id;
  }

  return {
    server,
    expo,
    organizationId,
    register,
    person: () => build.member(organizationId, "Coach"),
    async browser({ token }) {
      const subscription = services.subscribe(key);
      const id = await register(token, { type: "web", ...subscription.json });
      return Object.assign(subscription, { id });
    },
    async phone({ token: credential }, token = `ExponentPushToken[${newId()}]`) {
      return { id: await register(credential, { type: "expo", token }), token };
    },
    async devices({ id }) {
      const rows = await db.query<{ id: string }>("select id from devices where person_id = $1", [id]);
      return rows.map((row) => row.id);
    },
    async tell({ id, email }, members = {}, subjectId = newId()) {
      const to = { kind: "person", id, email, name: null } as const;
      const cause = { organizationId, eventId: null, cause: newId(), subjectId };
      await server.server.database.asTenant(organizationId, (tx) =>
        notify(tx, cause, [notice(email, { to, withPush: true, ...members })], clock()),
      );
      await settled(server);
    },
    pushes: (deviceId) =>
      db.query("select id, state, tries, outcome from effects where recipient = $1 order by sequence", [
        `device:${deviceId}`,
      ]),
    async replay(effectId) {
      await server.server.database.asTenant(organizationId, (tx) =>
        replayEffects(tx, organizationId, [effectId], clock()),
      );
      await settled(server);
    },
    async close() {
      await server.close();
      await expo.close();
      await services.close();
    },
  };
}
