import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Api, Response } from "../../../test/api.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";
import { type LivekitSandbox, startLivekitSandbox } from "../../providers/video/livekit/sandbox.ts";

let server: TestServer;
let livekit: LivekitSandbox;
let organizationId: string;
let admin: Api;
before(async () => {
  livekit = await startLivekitSandbox();
  server = await startTestServer({ settings: { WEBHOOK_ALLOW_PRIVATE: "127.0.0.1/32" } });
  organizationId = await server.build.organization();
  admin = await server.memberApi(organizationId, "OrganizationAdmin");
});
after(async () => {
  await server.close();
  await livekit.close();
});

interface Account {
  provider: string;
  account: string;
}

const agora = { appId: "a".repeat(32), appCertificate: "b".repeat(32) };

const must = async (asked: Promise<Response>, status = 200): Promise<Response["body"]> => {
  const answer = await asked;
  assert.equal(answer.status, status, JSON.stringify(answer.body));
  return answer.body;
};
const accountOf = async (api: Api, provider: string) =>
  (await must(api.get("/api/room-providers"))).data.find((one: Account) => one.provider === provider);
const stored = () => server.db.query<{ credentials: string }>("select credentials from provider_accounts");

describe("an organization's accounts with video providers", () => {
  it("are the operator's, a sandbox's, or nobody's, until it has its own", async () => {
    const { data, choices } = await must(admin.get("/api/room-providers"));
    const accounts = Object.fromEntries(data.map((one: Account) => [one.provider, one.account]));
    assert.deepEqual(accounts, { zoom: "sandbox", agora: "deployment", livekit: "none", stream: "sandbox" });
    assert.deepEqual(choices, { live: "built_in", mentorship: "built_in" });
  });

  it("are saved sealed, shown without their secrets, and removed", async () => {
    const saved = (await must(admin.put("/api/room-providers/livekit", livekit.credentials))).data;
    assert.equal(saved.account, "organization");
    const { url, apiKey, apiSecret } = livekit.credentials;
    assert.deepEqual(saved.identifiers, { url, apiKey });
    assert.match(
      saved.notificationUrl,
      /^http:\/\/convene\.test\/api\/room-notifications\/livekit\/[0-9a-f-]{36}$/,
    );
    assert.deepEqual(await accountOf(admin, "livekit"), saved);
    assert.ok(!JSON.stringify(await must(admin.get("/api/room-providers"))).includes(apiSecret));
    for (const { credentials } of await stored()) assert.ok(!credentials.includes(apiSecret));
    const again = (await must(admin.put("/api/room-providers/livekit", livekit.credentials))).data;
    assert.equal(
      again.notificationUrl,
      saved.notificationUrl,
      "the provider need not be told another address",
    );
    assert.equal((await must(admin.delete("/api/room-providers/livekit"))).data.account, "none");
    await must(admin.delete("/api/room-providers/livekit"), 404);
    const types = await server.db.query<{ type: string; payload: object }>(
      "select type, payload from events where organization_id = $1 and type like 'provider.%' order by sequence",
      [organizationId],
    );
    assert.deepEqual(
      types.map(({ type }) => type),
      ["provider.account_saved", "provider.account_saved", "provider.account_removed"],
    );
    assert.ok(!JSON.stringify(types).includes(apiSecret));
  });

  it("are refused where the provider does not take them, cannot be reached, or is in the operator's own network", async () => {
    const wrong = await must(
      admin.put("/api/room-providers/livekit", { ...livekit.credentials, apiSecret: "another" }),
      400,
    );
    assert.equal(wrong.code, "invalid_request");
    const nobody = { ...livekit.credentials, url: "http://127.0.0.1:1" };
    assert.equal(
      (await must(admin.put("/api/room-providers/livekit", nobody), 503)).code,
      "provider_unavailable",
    );
    const metadata = { ...livekit.credentials, url: "http://169.254.169.254" };
    await must(admin.put("/api/room-providers/livekit", metadata), 400);
    const bad = await must(
      admin.put("/api/room-providers/agora", { appId: "x", appCertificate: 1, more: true }),
      400,
    );
    assert.deepEqual(bad.errors.map(({ pointer }: { pointer: string }) => pointer).sort(), [
      "/appCertificate",
      "/appId",
      "/more",
    ]);
    assert.equal((await accountOf(admin, "livekit")).account, "none");
  });

  it("are for administrators alone, and another organization's are not there", async () => {
    const manager = await server.memberApi(organizationId, "Manager");
    await must(manager.get("/api/room-providers"), 403);
    await must(manager.put("/api/room-providers/agora", agora), 403);
    await must(manager.patch("/api/room-providers", { live: "stream" }), 403);
    await must(manager.delete("/api/room-providers/agora"), 403);
    await must(server.api().get("/api/room-providers"), 401);
    await must(admin.put("/api/room-providers/agora", agora));
    const stranger = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    assert.equal((await accountOf(stranger, "agora")).account, "deployment");
    await must(stranger.delete("/api/room-providers/agora"), 404);
    assert.equal((await accountOf(admin, "agora")).account, "organization");
  });

  it("are chosen for live and mentorship, and not taken away from rooms that are to use them", async () => {
    const api = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    await must(api.patch("/api/room-providers", { live: "livekit" }), 409);
    await must(api.patch("/api/room-providers", { live: "agora" }), 400);
    await must(api.put("/api/room-providers/livekit", livekit.credentials));
    assert.deepEqual((await must(api.patch("/api/room-providers", { live: "livekit" }))).data, {
      live: "livekit",
      mentorship: "built_in",
    });
    await must(api.delete("/api/room-providers/livekit"), 409);
    const chosen = { live: "built_in", mentorship: "agora" };
    assert.deepEqual((await must(api.patch("/api/room-providers", chosen))).data, chosen);
    assert.deepEqual((await must(api.get("/api/room-providers"))).choices, chosen);
    await must(api.delete("/api/room-providers/livekit"));
  });

  it("are one, however many save them at once", async () => {
    const api = await server.memberApi(await server.build.organization(), "OrganizationAdmin");
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => must(api.put("/api/room-providers/agora", agora))),
    );
    assert.equal(new Set(answers.map(({ data }) => data.notificationUrl)).size, 1);
  });
});
