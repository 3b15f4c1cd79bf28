import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { givePassword, signIn, soon } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { hours } from "../kernel/clock.ts";
import { createVault } from "../kernel/vault.ts";
import { createTokens, type Tokens } from "./tokens.ts";

describe("credentials", () => {
  let server: TestServer;
  let id: string;
  let coach: BuiltPerson;

  before(async () => {
    server = await startTestServer({ settings: { CORS_ORIGINS: "https://app.example" } });
    id = await server.build.organization();
    coach = await server.build.member(id, "Coach");
  });
  after(() => server.close());

  async function refused(token: string): Promise<void> {
    const { status, body, headers } = await server.api(token).get("/api/sessions");
    assert.deepEqual([status, body.code], [401, "unauthenticated"]);
    assert.equal(headers.get("www-authenticate"), "Bearer");
  }

  /** The claims of a token that is as it should be. */
  function usualClaims() {
    const now = server.clock().getTime() / 1000;
    return { iss: "http://convene.test", aud: "convene", sub: coach.id, org: id, iat: now, exp: now + 600 };
  }

  /** Signs with the server's own key, or another, whatever is wrong. */
  async function sign(
    payload: JWTPayload,
    header: Partial<JWTHeaderParameters> = {},
    otherKey = false,
  ): Promise<string> {
    const [row] = await server.db.query<{ id: string; private_jwe: string }>("select * from signing_keys");
    const vault = createVault("a secret for tests, thirty-two characters or more");
    const own = JSON.parse(vault.open(row?.private_jwe ?? ""));
    const key = otherKey ? (await generateKeyPair("ES256")).privateKey : own;
    return new SignJWT({ ...usualClaims(), ...payload })
      .setProtectedHeader({ alg: "ES256", kid: row?.id ?? "", typ: "at+jwt", ...header })
      .sign(key);
  }

  test("a token that is as it should be is taken", async () => {
    assert.equal((await server.api(await sign({})).get("/api/sessions")).status, 200);
  });

  test("an expired token is 401, also one that was valid a moment ago", async () => {
    await refused(await sign({ exp: server.clock().getTime() / 1000 }));
    const { token } = await server.server.tokens.issue(coach.id, id, hours(1));
    assert.equal((await server.api(token).get("/api/sessions")).status, 200);
    server.clock.advance(hours(1));
    await refused(token);
  });

  test("a token of the wrong issuer, audience, type or key is 401", async () => {
    const now = server.clock().getTime() / 1000;
    for (const payload of [
      { iss: "https://evil.example" },
      { iss: "http://convene.test/" },
      { iss: undefined },
      { aud: "somebody else" },
      { aud: undefined },
      { sub: undefined },
      { sub: "nobody" },
      { exp: undefined },
      { iat: undefined },
      { nbf: now + 3600 },
    ]) {
      await refused(await sign(payload));
    }
    await refused(await sign({}, { typ: "JWT" }));
    await refused(await sign({}, { typ: undefined }));
    await refused(await sign({}, { kid: "another" }));
    await refused(await sign({}, { kid: undefined }));
    await refused(await sign({}, {}, true));
  });

  test("an unsigned token, and one signed with the public key as a shared secret, are 401", async () => {
    const claims = usualClaims();
    await refused(new UnsecuredJWT(claims).encode());
    const { keys } = (await server.api().get("/.well-known/jwks.json")).body;
    const shared = new TextEncoder().encode(JSON.stringify(keys[0]));
    const header = { alg: "HS256", kid: keys[0].kid, typ: "at+jwt" };
    await refused(await new SignJWT(claims).setProtectedHeader(header).sign(shared));
    const [head, payload] = (await sign({})).split(".");
    for (const signature of ["", "A", "A".repeat(86)]) await refused(`${head}.${payload}.${signature}`);
  });

  test("garbage of any kind and length is 401, and never more", async () => {
    for (const token of [
      "x",
      ".",
      "..",
      "...",
      "a.b.c",
      "e30.e30.",
      "cvk_",
      "=".repeat(100),
      "x".repeat(10_000),
    ]) {
      await refused(token);
    }
    const header = (value: string) => server.api().get("/api/me", { authorization: value });
    for (const value of [
      "",
      "Bearer",
      "Bearer ",
      "Basic YTpi",
      "bearer a b",
      `Bearer ${coach.token},x`,
      coach.token,
    ]) {
      assert.equal((await header(value)).status, 401, value);
    }
    assert.equal((await header(`bEaReR   ${coach.token}`)).status, 200);
    // Header values are Latin-1: other Unicode text arrives as its bytes.
    const latin = fc.string({
      unit: fc.integer({ min: 0x21, max: 0xff }).map((n) => String.fromCharCode(n)),
    });
    const property = fc.asyncProperty(latin, async (text) => {
      const bytes = text.replace(/[\x7f]/g, "");
      assert.equal((await header(`Bearer ${bytes}`)).status, 401);
    });
    await fc.assert(property, { numRuns: 50 });
  });

  test("the organization comes from the token, the header or the only membership", async () => {
    const second = await server.build.organization();
    await server.db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', $3)",
      [second, coach.id, server.clock()],
    );
    const { token: neither } = await server.server.tokens.issue(coach.id, null, hours(1));
    const status = async (token: string, wanted?: string) => {
      const headers: Record<string, string> = wanted === undefined ? {} : { "x-organization-id": wanted };
      const { status: answer, body } = await server.api(token).get("/api/sessions", headers);
      return answer === 200 ? 200 : `${answer} ${body.code}`;
    };
    // The server hears of a membership that was made in the database a moment later.
    await soon(200, () => server.api(neither).get("/api/sessions", { "x-organization-id": second }));
    assert.equal(await status(neither), "400 no_organization_context");
    assert.equal(await status(neither, second), 200);
    assert.equal(await status(neither, second.toUpperCase()), 200);
    assert.equal(await status(await sign({ org: second })), 200);
    assert.equal(await status(await sign({}), second), 200);
    const foreign = await server.build.organization();
    const unknown = "0190a000-0000-7000-8000-000000000000";
    for (const wanted of [foreign, unknown]) assert.equal(await status(neither, wanted), "403 not_a_member");
    assert.equal(await status(await sign({ org: foreign })), "403 not_a_member");
    for (const wanted of ["", "1", "null", `${second}x`, `${second}, ${second}`]) {
      assert.equal(await status(neither, wanted), "400 invalid_request");
      assert.equal(await status("nonsense", wanted), "401 unauthenticated");
    }
    const admin = await server.build.person({ platformAdmin: true });
    assert.equal(await status(admin.token), "400 no_organization_context");
    assert.equal(await status(admin.token, foreign), 200);
    assert.equal(await status(admin.token, unknown), "404 not_found");
    const only = await server.build.member(foreign, "Teacher");
    assert.equal(await status((await server.server.tokens.issue(only.id, null, hours(1))).token), 200);
  });

  test("a token whose organization the person left still serves their account", async () => {
    const { token } = await server.server.tokens.issue(coach.id, await server.build.organization(), hours(1));
    const { body } = await server.api(token).get("/api/me");
    assert.deepEqual([body.data.person.id, body.data.organization], [coach.id, null]);
  });

  test("with a cookie, an unsafe method from another site, or from no known one, is 403", async () => {
    const person = await server.build.member(id, "Coach");
    await givePassword(server, person.id);
    const { cookie, token } = await signIn(server, person);
    const change = (headers: Record<string, string>) =>
      server.api().patch("/api/me", {}, { cookie, ...headers });
    for (const headers of [
      {},
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://convene.test.evil.example" },
      { origin: "https://convene.test" },
      { referer: "http://convene.test/" },
    ]) {
      const { status, body } = await change(headers as Record<string, string>);
      assert.deepEqual([status, body.code], [403, "foreign_origin"]);
    }
    assert.equal((await change({ origin: "http://convene.test" })).status, 200);
    assert.equal((await change({ origin: "https://app.example" })).status, 200);
    assert.equal((await server.api().get("/api/me", { cookie })).status, 200);
    assert.equal(
      (await server.api(token).patch("/api/me", {}, { origin: "https://evil.example" })).status,
      200,
    );
    assert.equal((await change({ authorization: "Bearer x", origin: "http://convene.test" })).status, 401);
    for (const wrong of ["convene_sign_in=", "convene_sign_in=x", `${cookie}x`, `${cookie.slice(0, -1)}-`]) {
      assert.equal((await server.api().get("/api/me", { cookie: wrong })).status, 401);
    }
  });

  test("browsers may call from configured origins only", async () => {
    const preflight = (origin: string) =>
      fetch(`${server.url}/api/me`, {
        method: "OPTIONS",
        headers: {
          origin,
          "access-control-request-method": "PATCH",
          "access-control-request-headers": "authorization,content-type",
        },
      });
    const known = await preflight("https://app.example");
    assert.equal(known.headers.get("access-control-allow-origin"), "https://app.example");
    assert.match(known.headers.get("access-control-allow-methods") ?? "", /PATCH/);
    assert.equal(known.headers.get("access-control-allow-credentials"), "true");
    const unknown = await preflight("https://evil.example");
    assert.equal(unknown.headers.get("access-control-allow-origin"), null);
  });

  test("the published keys verify our tokens, can be cached, and have no private half", async () => {
    const { body, headers } = await server.api().get("/.well-known/jwks.json");
    assert.match(headers.get("cache-control") ?? "", /public, max-age=\d+/);
    assert.equal(body.keys.length, 1);
    assert.deepEqual(Object.keys(body.keys[0]).sort(), ["alg", "crv", "kid", "kty", "use", "x", "y"]);
  });

  test("two servers that start at once make one signing key", async () => {
    await server.db.query("delete from signing_keys");
    const { database } = server.server;
    const vault = createVault("another secret, just as long as the first one");
    const make = (): Promise<Tokens> => createTokens(database, vault, server.clock, "http://convene.test");
    const made = await Promise.all([make(), make(), make()]);
    const { token } = await made[0]!.issue(coach.id, id, hours(1));
    for (const tokens of made) assert.equal((await tokens.verify(token))?.personId, coach.id);
  });

  test("a server with another secret is told so, rather than failing somewhere else", async () => {
    const vault = createVault("a third secret, which sealed nothing in this database");
    const made = createTokens(server.server.database, vault, server.clock, "http://convene.test");
    await assert.rejects(made, /sealed under another SECRET/);
  });
});
