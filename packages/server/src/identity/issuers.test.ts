import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from "jose";
import { soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

interface Signer {
  alg: string;
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  jwk: JWK;
}

async function createSigner(alg: "RS256" | "ES256", kid: string): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg } };
}

describe("outside issuers", () => {
  let server: TestServer;
  let jwks: Server;
  let published: unknown;
  let answer = 200;
  let signer: Signer;
  let own: string;
  let foreign: string;
  let coach: BuiltPerson;
  const issuer = "https://id.example";

  before(async () => {
    signer = await createSigner("ES256", "first");
    published = { keys: [signer.jwk] };
    jwks = createServer((_, response) => {
      response.writeHead(answer, { "content-type": "application/json" }).end(JSON.stringify(published));
    });
    await new Promise<void>((resolve) => jwks.listen(0, "127.0.0.1", resolve));
    own = "0190a000-0000-7000-8000-00000000000a";
    foreign = "0190a000-0000-7000-8000-00000000000b";
    const { port } = jwks.address() as AddressInfo;
    const trusted = {
      issuer,
      audience: "convene-client",
      algorithms: ["ES256", "RS256"],
      jwksUri: `http://127.0.0.1:${port}/jwks`,
      organizationIds: [own],
    };
    server = await startTestServer({ settings: { OIDC_ISSUERS: JSON.stringify([trusted]) } });
    for (const id of [own, foreign]) {
      await server.db.query(
        "insert into organizations (id, slug, name, plan, self_service, created_at, updated_at) values ($1, $2, 'Name', 'team', true, $3, $3)",
        [id, `slug-${id}`, server.clock()],
      );
    }
    coach = await server.build.member(own, "Coach");
  });
  after(async () => {
    await server.close();
    jwks.close();
  });

  function claimsOf(person: { email: string }, more: object = {}) {
    const now = Math.floor(server.clock().getTime() / 1000);
    const { email } = person;
    const usual = { iss: issuer, aud: "convene-client", sub: `sub of ${email}`, iat: now, exp: now + 600 };
    return { ...usual, email, email_verified: true, ...more };
  }
  const sign = (claims: Record<string, unknown>, by = signer) =>
    new SignJWT(claims).setProtectedHeader({ alg: by.alg, kid: by.kid }).sign(by.privateKey);
  const sessions = (token: string, headers = {}) => server.api(token).get("/api/sessions", headers);
  async function refused(token: string): Promise<void> {
    assert.equal((await sessions(token)).status, 401);
  }

  test("a member with the verified address is linked, and stays so when the address changes", async () => {
    const claims = claimsOf({ email: coach.email.toUpperCase() }, { sub: "coach" });
    const token = await sign(claims);
    assert.equal((await sessions(token)).status, 200);
    assert.equal((await server.api(token).get("/api/me")).body.data.person.id, coach.id);
    const moved = await sign(claimsOf({ email: "new@example.com" }, { sub: "coach", email_verified: false }));
    assert.equal((await server.api(moved).get("/api/me")).body.data.person.id, coach.id);
  });

  test("an address that is not verified, or no member's, is refused", async () => {
    const person = await server.build.member(own, "Coach");
    for (const more of [
      { email_verified: false },
      { email_verified: "true" },
      { email_verified: undefined },
      { email: undefined },
      { email: 5 },
      { email: "nobody@example.com" },
      { email: `${person.email}\n` },
      { sub: undefined },
      { sub: 5 },
      { sub: "x".repeat(300) },
    ]) {
      await refused(await sign(claimsOf(person, more)));
    }
    await refused(await sign(claimsOf(await server.build.member(foreign, "Coach"))));
    await refused(await sign(claimsOf(await server.build.person())));
  });

  test("claims that are wrong, and keys and algorithms of others, are refused", async () => {
    const now = Math.floor(server.clock().getTime() / 1000);
    for (const more of [
      { aud: "another" },
      { aud: undefined },
      { iss: "https://other.example" },
      { iss: undefined },
      { exp: now },
      { exp: undefined },
      { iat: undefined },
      { nbf: now + 100 },
    ]) {
      await refused(await sign(claimsOf(coach, more)));
    }
    await refused(await sign(claimsOf(coach), await createSigner("ES256", "first")));
    const confused = new SignJWT(claimsOf(coach)).setProtectedHeader({ alg: "HS256", kid: "first" });
    for (const secret of [await exportSPKI(signer.publicKey), JSON.stringify(signer.jwk)]) {
      await refused(await confused.sign(new TextEncoder().encode(secret)));
    }
  });

  test("the issuer speaks for the organizations that the operator named, and no other", async () => {
    const both = await server.build.member(own, "OrganizationAdmin");
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'OrganizationAdmin', $3)",
      [foreign, both.id, server.clock()],
    );
    const token = await sign(claimsOf(both));
    assert.equal((await sessions(token)).status, 200, "one organization is left to choose from");
    assert.equal((await sessions(token, { "x-organization-id": foreign })).status, 403);
    assert.equal((await server.api(token).get(`/api/organizations/${foreign}`)).status, 404);
    assert.equal((await server.api(token).get(`/api/organizations/${own}`)).status, 200);
    const { body } = await server.api(token).get("/api/me");
    assert.deepEqual(
      body.data.organizations.map((one: { id: string }) => one.id),
      [own],
    );
    await server.db.query("delete from members where organization_id = $1 and person_id = $2", [
      own,
      both.id,
    ]);
    await soon(400, () => sessions(token));
  });

  test("the issuer never makes a PlatformAdmin, nor credentials of ours", async () => {
    const admin = await server.build.person({ platformAdmin: true });
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
      [own, admin.id, server.clock()],
    );
    const api = server.api(await sign(claimsOf(admin)));
    const answers = [
      await api.get("/api/organizations"),
      await api.post("/api/organizations", { name: "Mine" }),
      await api.get(`/api/organizations/${own}`),
      await api.post("/api/auth/token"),
      await api.patch("/api/me", { firstName: "Eve" }),
      await api.post("/api/auth/sign-out-everywhere"),
      await api.post("/api/auth/password", { currentPassword: "x", newPassword: "y".repeat(12) }),
    ];
    for (const { status } of answers) assert.equal(status, 403);
    assert.equal((await api.post("/api/auth/organization", { organizationId: own })).status, 403);
    assert.equal((await sessions(await sign(claimsOf(admin)), { "x-organization-id": foreign })).status, 403);
  });

  test("signing out everywhere voids the issuer's tokens until then as well", async () => {
    const person = await server.build.member(own, "Coach");
    const token = await sign(claimsOf(person));
    assert.equal((await sessions(token)).status, 200);
    await server.api(person.token).post("/api/auth/sign-out-everywhere");
    await soon(401, () => sessions(token));
    server.clock.advance(2000);
    assert.equal((await sessions(await sign(claimsOf(person)))).status, 200);
  });

  test("an issuer may change its keys", { timeout: 20_000 }, async () => {
    const next = await createSigner("RS256", "second");
    published = { keys: [next.jwk] };
    const token = await sign(claimsOf(coach, { sub: "coach" }), next);
    await soon(200, () => sessions(token));
    signer = next;
  });

  test("an issuer whose keys cannot be had is 503; tokens seen before go on", async () => {
    const seen = await sign(claimsOf(coach, { sub: "coach" }));
    assert.equal((await sessions(seen)).status, 200);
    for (const [status, body] of [
      [500, {}],
      [200, "nonsense"],
      [200, { keys: "none" }],
    ] as const) {
      [answer, published] = [status, body];
      const another = await server.another();
      const token = await sign(claimsOf(coach, { sub: "coach" }));
      const { status: given, body: problem, headers } = await another.api(token).get("/api/sessions");
      assert.deepEqual([given, problem.code], [503, "unavailable"]);
      assert.equal(headers.get("retry-after"), "1");
      assert.equal((await sessions(seen)).status, 200);
    }
    [answer, published] = [200, { keys: [signer.jwk] }];
    const token = await sign(claimsOf(coach, { sub: "coach" }));
    const closed = await server.another();
    jwks.close();
    jwks.closeAllConnections();
    assert.equal((await closed.api(token).get("/api/sessions")).status, 503);
  });
});
