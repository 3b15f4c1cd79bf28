import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, createApi, Problem, Unreachable } from "./index.ts";

/** A client whose requests get these answers, one after another; a null is a network that is away. */
function clientOf(...answers: (Response | null)[]) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    if (!answer) throw new TypeError("fetch failed");
    return answer.clone();
  };
  const api = createApi({ baseUrl: "http://convene.test", fetch: fetch as typeof globalThis.fetch });
  return { api, requests };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

test("what is refused is thrown as a problem, with its code, its bad members and when to try again", async () => {
  const errors = [{ pointer: "/email", detail: "is missing" }];
  const problem = {
    type: "about:blank",
    title: "Too many",
    status: 429,
    code: "too_many_requests",
    requestId: "r",
    errors,
  };
  const { api } = clientOf(json(429, problem, { "retry-after": "7" }));
  await assert.rejects(api.GET("/api/me"), (fault: unknown) => {
    assert.ok(fault instanceof Problem);
    assert.deepEqual(
      [fault.status, fault.code, fault.message, fault.requestId, fault.retryAfter, fault.errors],
      [429, "too_many_requests", "Too many", "r", 7, errors],
    );
    return true;
  });
});

test("live's documented errors are problems too, and so is what a proxy says", async () => {
  const live = clientOf(json(404, { error: "not_found", message: "no such session" }));
  await assert.rejects(live.api.GET("/api/me"), {
    name: "Problem",
    code: "not_found",
    message: "no such session",
  });
  const proxy = clientOf(new Response("<h1>Bad gateway</h1>", { status: 502, statusText: "Bad Gateway" }));
  await assert.rejects(proxy.api.GET("/api/me"), {
    name: "Problem",
    code: "unknown",
    status: 502,
    message: "502 Bad Gateway",
  });
});

test("a POST is sent again under the same key where the network failed, and another has another key", async () => {
  const { api, requests } = clientOf(null, json(200, { success: true }));
  assert.deepEqual(await answerOf(api.POST("/api/auth/sign-out")), { success: true });
  await api.POST("/api/auth/sign-out");
  const keys = requests.map(({ headers }) => headers.get("idempotency-key"));
  assert.equal(keys.length, 3);
  assert.match(keys[0] ?? "", /^[0-9a-f]{32}$/);
  assert.equal(keys[0], keys[1]);
  assert.notEqual(keys[1], keys[2]);
});

test("where nobody answers at all, it says that the server cannot be reached", async () => {
  const { api, requests } = clientOf(null);
  await assert.rejects(api.GET("/api/me"), (fault: unknown) => fault instanceof Unreachable);
  assert.equal(requests.length, 3);
});
