import assert from "node:assert/strict";
import { newId } from "../src/kernel/ids.ts";
import type { Api } from "./api.ts";
import type { BuiltPerson } from "./builders.ts";
import { startTestServer, type TestServer } from "./server.ts";
import { settled, wake } from "./travel.ts";
import { openReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

export interface WebhookWorld {
  server: TestServer;
  receiver: WebhookReceiver;
  organizationId: string;
  admin: BuiltPerson;
  as: Record<"admin" | "manager", Api>;
  /** Adds an endpoint on a path of the receiver, as the administrator. */
  endpoint(path: string, more?: object): Promise<{ id: string; secret: string }>;
  /** Makes events happen that nobody else follows, in one transaction and in this order; says their ids. */
  happen(events: readonly { subjectId: string; n?: number }[], type?: string): Promise<string[]>;
  /** An endpoint as it stands. */
  read(endpointId: string): Promise<Awaited<ReturnType<Api["get"]>>["body"]>;
  /** An endpoint's deliveries as they stand, newest first. */
  deliveries(
    endpointId: string,
    query?: string,
  ): Promise<{ id: string; state: string; outcome: string | null }[]>;
  close(): Promise<void>;
}

/** An organization with an administrator, on a server that may send to loopback, and somebody who receives. */
export async function buildWebhookWorld(): Promise<WebhookWorld> {
  const server = await startTestServer({ settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.0/8" } });
  const receiver = await openReceiver(server.clock);
  const organizationId = await server.build.organization();
  const admin = await server.build.member(organizationId, "OrganizationAdmin");
  const as = {
    admin: server.api(admin.token),
    manager: await server.memberApi(organizationId, "Manager"),
  };
  return {
    ...{ server, receiver, organizationId, admin, as },
    async endpoint(path, more = {}) {
      const { status, body } = await as.admin.post("/api/webhook-endpoints", {
        url: receiver.url + path,
        events: ["screening.*"],
        ...more,
      });
      assert.equal(status, 201, JSON.stringify(body));
      await settled(server);
      return body.data;
    },
    async happen(events, type = "screening.contact.created") {
      const rows = events.map(({ subjectId, n = 1 }) => ({ id: newId(), subjectId, n }));
      await server.db.query(
        `insert into events (organization_id, id, type, subject_id, version, payload, occurred_at, actor_kind,
           request_id)
         select $1, id, $2, "subjectId", n, jsonb_build_object('n', n), $3, 'system', 'test'
         from json_to_recordset($4::json) as event (id uuid, "subjectId" text, n integer)`,
        [organizationId, type, server.clock(), JSON.stringify(rows)],
      );
      await wake(server);
      return rows.map(({ id }) => id);
    },
    read: async (id) => (await as.admin.get(`/api/webhook-endpoints/${id}`)).body.data,
    deliveries: async (id, query = "") =>
      (await as.admin.get(`/api/webhook-endpoints/${id}/deliveries?limit=200${query}`)).body.data,
    async close() {
      await server.close();
      await receiver.close();
    },
  };
}
