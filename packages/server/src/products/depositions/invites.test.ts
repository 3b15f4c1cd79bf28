import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { mergeInvites } from "./invites.ts";

let server: TestServer;
let organizationId: string;
let coach: Api;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization();
  coach = await server.memberApi(organizationId, "Coach");
});
after(() => server.close());

async function invite(...invites: unknown[]) {
  const { status, body } = await coach.post("/api/v1/session_requests", depositionRequest({ invites }));
  assert.equal(status, 201);
  return { invites: body.requests[0].session_request.invites, notice: body.requests[0].notice };
}

describe("invites", () => {
  test("texts and objects mix, and an address is listed once, as it was first written", async () => {
    const { invites } = await invite(" Ada@example.com ", { email: "ada@EXAMPLE.com" }, "bob@example.com");
    assert.deepEqual(invites, [
      { email: "Ada@example.com" },
      { email: "bob@example.com" },
      { email: "malachite@example.com" },
    ]);
  });

  test("a deponent who was invited keeps their place", async () => {
    const { invites } = await invite("MALACHITE@example.com", "ada@example.com");
    assert.deepEqual(invites, [{ email: "MALACHITE@example.com" }, { email: "ada@example.com" }]);
  });

  test("a hundred people and the deponent fit", async () => {
    const { invites } = await invite(...Array.from({ length: 100 }, (_, n) => `p${n}@example.com`));
    assert.equal(invites.length, 101);
    assert.deepEqual(invites[100], { email: "malachite@example.com" });
  });

  test("a host is a host whichever mention says so, even the deponent", async () => {
    await server.build.member(organizationId, "Coach", "host@example.com");
    await server.build.member(organizationId, "Teacher", "malachite@example.com");
    const host = { email: "HOST@example.com", access_level: "host" };
    const { invites, notice } = await invite(
      "host@example.com",
      { ...host },
      { email: "host@example.com", access_level: "participant" },
      { email: "malachite@example.com", access_level: "host" },
    );
    assert.deepEqual(invites, [
      { email: "host@example.com", access_level: "host" },
      { email: "malachite@example.com", access_level: "host" },
    ]);
    assert.equal(notice, null);
  });

  test("a member of another organization is no host here, and the notice names everybody who is not", async () => {
    await server.build.member(await server.build.organization(), "Manager", "foreign@example.com");
    const { invites, notice } = await invite(
      { email: "foreign@example.com", access_level: "host" },
      { email: "nobody@example.com", access_level: "host" },
    );
    assert.deepEqual(invites.slice(0, 2), [
      { email: "foreign@example.com" },
      { email: "nobody@example.com" },
    ]);
    assert.match(notice, /foreign@example\.com and nobody@example\.com are not registered members/);
  });
});

describe("merging", () => {
  const address = fc.constantFrom("a@x.org", "A@x.org", "b@x.org", "B@X.ORG", "c@x.org", "d@x.org");
  const level = fc.constantFrom("host" as const, "participant" as const, undefined);
  const entry = fc.oneof(
    address,
    fc
      .record({ email: address, access_level: level })
      .map(({ email, access_level }) => (access_level ? { email, access_level } : { email })),
  );
  const emailOf = (one: string | { email: string }) => (typeof one === "string" ? one : one.email);

  test("lists every address once, hosts exactly where a mention says host, the deponent always", () => {
    fc.assert(
      fc.property(fc.array(entry), address, (given, deponent) => {
        const merged = mergeInvites(given, deponent);
        const keys = merged.map(({ email }) => email.toLowerCase());
        const mentioned = [...given.map(emailOf), deponent].map((email) => email.toLowerCase());
        assert.deepEqual(keys, [...new Set(mentioned)]);
        for (const { email, wantsHost } of merged) {
          const isHost = given.some(
            (one) =>
              typeof one !== "string" &&
              one.email.toLowerCase() === email.toLowerCase() &&
              one.access_level === "host",
          );
          assert.equal(wantsHost, isHost);
        }
      }),
    );
  });
});
