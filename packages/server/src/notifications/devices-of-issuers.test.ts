import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, test } from "node:test";
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
import type { BuiltPerson } from "../../test/builders.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { newId } from "../kernel/ids.ts";

describe("devices of a person whom an outside issuer names", () => {
  const issuer = "https://id.example";
  const own = newId();
  let jwks: Server;
  let key: CryptoKey;
  let server: TestServer;

  before(async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256");
    key = privateKey;
    const published = JSON.stringify({
      keys: [{ ...(await exportJWK(publicKey)), kid: "first", alg: "ES256" }],
    });
    jwks = createServer((_, response) => response.end(published));
    await new Promise<void>((resolve) => jwks.listen(0, "127.0.0.1", resolve));
    const trusted = {
      issuer,
      audience: "convene-client",
      algorithms: ["ES256"],
      jwksUri: `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks`,
      organizationIds: [own],
    };
    server = await startTestServer({ settings: { OIDC_ISSUERS: JSON.stringify([trusted]) } });
    await server.db.query(
      "insert into organizations (id, slug, name, plan, self_service, created_at, updated_at) values ($1, 'own', 'Own', 'team', true, $2, $2)",
      [own, server.clock()],
    );
  });
  after(async () => {
    await server.close();
    jwks.close();
  });

  const tokenOf = ({ email }: BuiltPerson) => {
    const now = Math.floor(server.clock().getTime() / 1000);
    const claims = { iss: issuer, aud: "convene-client", sub: email, iat: now, exp: now + 600 };
    return new SignJWT({ ...claims, email, email_verified: true })
      .setProtectedHeader({ alg: "ES256", kid: "first" })
      .sign(key);
  };
  const expo = (name: string) => ({ type: "expo", token: `ExponentPushToken[${name}]` });
  async function register(token: string, name: string): Promise<string> {
    const { status, body } = await server.api(token).post("/api/me/devices", expo(name));
    assert.equal(status, 201, JSON.stringify(body));
    return body.data.id;
  }
  const idsOf = async (token: string) =>
    (await server.api(token).get("/api/me/devices")).body.data.map(({ id }: { id: string }) => id);

  test("get only what concerns the issuer's organizations; the others stay out of its sight", async () => {
    const person = await server.build.member(own, "Coach");
    const outside = await tokenOf(person);
    const mine = await register(person.token, "mine");
    server.clock.advance(1000);
    const vouched = await register(outside, "vouched");
    const rows = await server.db.query("select confined_to from devices where id = $1", [vouched]);
    assert.deepEqual(rows, [{ confined_to: [own] }]);
    assert.deepEqual(await idsOf(outside), [vouched]);
    assert.deepEqual(await idsOf(person.token), [vouched, mine]);
    assert.equal((await server.api(outside).delete(`/api/me/devices/${mine}`)).status, 404);
    assert.equal((await server.api(person.token).delete(`/api/me/devices/${vouched}`)).status, 200);
    assert.deepEqual(await idsOf(person.token), [mine]);
  });
});
