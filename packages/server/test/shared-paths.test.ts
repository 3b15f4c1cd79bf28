import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { newId } from "#kernel/ids.ts";
import type { Api } from "./api.ts";
import { depositionRequest } from "./build-depositions.ts";
import { createScreeningBuilders } from "./build-screening.ts";
import { startTestServer, type TestServer } from "./server.ts";

// Depositions and screening share the path /api/v1/sessions, in one organization and for one caller.

let server: TestServer;
let coach: Api;
/** A screening session. */
let screeningId: string;
/** A deposition whose remote_session_id has the form of a screening session's id. */
let deposition: { id: number; remote_session_id: string };

before(async () => {
  server = await startTestServer();
  const organizationId = await server.build.organization();
  coach = await server.memberApi(organizationId, "Coach");
  screeningId = await createScreeningBuilders(server).session(organizationId);
  const request = depositionRequest({ session: { remote_session_id: newId() } });
  const { status, body } = await coach.post("/api/v1/sessions", request);
  assert.equal(status, 201);
  deposition = body.requests[0];
});
after(() => server.close());

describe("on the shared path", () => {
  test("the list has screening sessions and no deposition", async () => {
    const { body } = await coach.get("/api/v1/sessions");
    assert.deepEqual(
      body.data.map(({ id }: { id: string }) => id),
      [screeningId],
    );
    assert.equal(body.pagination.total, 1);
  });

  test("a deposition is no screening session, by its id, or by its remote_session_id", async () => {
    const review = { reviewStatus: "approved" };
    for (const [id, status] of [
      [deposition.id, 422],
      [deposition.remote_session_id, 404],
    ] as const) {
      assert.equal((await coach.get(`/api/v1/sessions/${id}`)).status, status);
      assert.equal((await coach.patch(`/api/v1/sessions/${id}/review`, review)).status, status);
    }
  });

  test("a screening session is no deposition, on any of their routes", async () => {
    const change = { remote_session: { title: "Taken over" } };
    assert.equal((await coach.patch(`/api/v1/sessions/${screeningId}`, change)).status, 404);
    assert.equal((await coach.patch(`/api/v1/sessions/${screeningId}/cancel`)).status, 404);
    const path = `/api/v1/session_requests/${screeningId}`;
    assert.equal((await coach.get(path)).status, 422);
    for (const verb of ["confirm", "cancel"]) assert.equal((await coach.post(`${path}/${verb}`)).status, 422);
    const { body } = await coach.get("/api/v1/session_requests");
    assert.deepEqual(
      body.requests.map(({ id }: { id: number }) => id),
      [deposition.id],
    );
  });

  test("and neither was changed by the attempts", async () => {
    const screening = await coach.get(`/api/v1/sessions/${screeningId}`);
    assert.deepEqual([screening.body.status, screening.body.reviewStatus], ["completed", "pending_review"]);
    const { body } = await coach.get(`/api/v1/session_requests/${deposition.id}`);
    assert.deepEqual(body.requests, [deposition]);
  });
});
