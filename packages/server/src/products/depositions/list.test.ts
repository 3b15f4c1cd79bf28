import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { minutes } from "#kernel/clock.ts";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let coach: Api;
const ids: number[] = [];

before(async () => {
  server = await startTestServer();
  coach = await server.memberApi(await server.build.organization(), "Coach");
  for (let n = 1; n <= 5; n += 1) {
    const session = { title: `Listed ${n}`, case: n % 2 ? "odd" : "even", start_date: `2026-05-0${n}` };
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest({ session }));
    ids.push(body.requests[0].id);
    server.clock.advance(minutes(1));
  }
  await coach.patch("/api/v1/sessions/listed-5/cancel");
  const stranger = await server.build.member(await server.build.organization(), "Coach");
  await server.api(stranger.token).post("/api/v1/session_requests", depositionRequest());
});
after(() => server.close());

const list = async (query = "") => {
  const { status, body } = await coach.get(`/api/v1/session_requests${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return { numbers: body.requests.map(({ id }: { id: number }) => ids.indexOf(id) + 1), ...body };
};

describe("the list", () => {
  test("shows the organization's sessions, newest first, each as its item does", async () => {
    const { numbers, pagination, requests } = await list();
    assert.deepEqual(numbers, [5, 4, 3, 2, 1]);
    assert.deepEqual(pagination, { page: 1, limit: 50, total: 5, totalPages: 1 });
    const item = await coach.get(`/api/v1/session_requests/${ids[0]}`);
    assert.deepEqual(item.body.requests, [requests[4]]);
  });

  test("filters by state, case, remote_session_id and start", async () => {
    const filters: [string, number[]][] = [
      ["?session_state=canceled", [5]],
      ["?session_state=initial", []],
      ["?case=odd", [5, 3, 1]],
      ["?case=ODD", []],
      ["?remote_session_id=listed-2", [2]],
      ["?from=2026-05-03T00:00:00Z", [5, 4, 3]],
      ["?to=2026-05-02T20:30:00.000Z", [2, 1]],
      ["?from=2026-05-02T00:00:00-08:00&to=2026-05-04T00:00:00Z&case=even", [2]],
    ];
    for (const [query, expected] of filters) {
      const { numbers, pagination } = await list(query);
      assert.deepEqual([query, numbers, pagination.total], [query, expected, expected.length]);
    }
  });

  test("pages meet without overlap, and the total is exact on every page, also past the last", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list(`?limit=2&page=${page}`)));
    assert.deepEqual(
      pages.map(({ numbers }) => numbers),
      [[5, 4], [3, 2], [1], []],
    );
    for (const [index, { pagination }] of pages.entries()) {
      assert.deepEqual(pagination, { page: index + 1, limit: 2, total: 5, totalPages: 3 });
    }
    assert.deepEqual((await list("?page=1000000&limit=200")).numbers, []);
  });

  test("a malformed parameter is 422 and named", async () => {
    const query = "?page=0&limit=201&session_state=cancelled&from=2026-05-03&to=tomorrow&case=a&case=b";
    const answer = await coach.get(`/api/v1/session_requests${query}`);
    assert.equal(answer.status, 422);
    assert.deepEqual(pointersOf(answer.body), ["?case", "?from", "?limit", "?page", "?session_state", "?to"]);
  });
});

describe("the item", () => {
  test("an id that cannot be one is 404 or 422, never a fault of ours", async () => {
    const paths: [string, number][] = [
      ["2147483647", 404],
      ["2147483648", 404],
      ["9999999999", 404],
      ["0", 404],
      ["99999999999", 422],
      ["-1", 422],
      ["1.5", 422],
      ["1e3", 422],
      ["abc", 422],
      ["%00", 422],
      ["١", 422],
    ];
    for (const [id, expected] of paths) {
      for (const verb of ["", "/confirm"]) {
        const path = `/api/v1/session_requests/${id}${verb}`;
        const { status } = verb ? await coach.post(path) : await coach.get(path);
        assert.equal(status, expected, path);
      }
    }
  });

  test("an address that is none is 404", async () => {
    for (const slug of ["nothing", "LISTED-1", "a%20b", "%F0%9F%98%80", "x".repeat(400), "constructor"]) {
      assert.equal((await coach.patch(`/api/v1/sessions/${slug}`, { remote_session: {} })).status, 404);
      assert.equal((await coach.patch(`/api/v1/sessions/${slug}/cancel`)).status, 404);
    }
  });
});
