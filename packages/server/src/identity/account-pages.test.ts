import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browse, formFields, type Shown } from "../../test/browser.ts";
import { givePassword, password } from "../../test/build-identity.ts";
import type { BuiltPerson } from "../../test/builders.ts";
import { mailedToken, mailedTokens } from "../../test/mailed-links.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";

const newPassword = "another horse, another battery";

describe("the pages behind mailed links", () => {
  let server: TestServer;
  let organizationId: string;
  let browser: ReturnType<typeof browse>;

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization({ slug: "acme-and-sons" });
    browser = browse(server);
  });
  after(() => server.close());

  async function member(): Promise<BuiltPerson> {
    const person = await server.build.member(organizationId, "Coach");
    await givePassword(server, person.id);
    return person;
  }

  const signIn = async (email: string, text: string) =>
    (await server.api().post("/api/auth/sign-in", { email, password: text })).status;

  test("a forgotten password is asked for and set without a script", async () => {
    const person = await member();
    const asked = await browser.open("/forgot-password");
    assert.equal(asked.status, 200);
    const sent = await browser.submit("/forgot-password", formFields(asked.html, { email: person.email }));
    const unknown = await browser.submit("/forgot-password", { email: "nobody@example.com" });
    assert.equal(sent.status, 200);
    assert.equal(unknown.html.replaceAll("nobody@example.com", person.email), sent.html);
    const token = await mailedToken(server, person.email, "/reset-password");
    const form = await browser.open(`/reset-password?token=${token}`);
    assert.match(form.html, new RegExp(`value="${person.email}" readonly`));
    const fields = formFields(form.html, { password: "too short" });
    const refused = await browser.submit("/reset-password", fields);
    assert.equal(refused.status, 400);
    assert.match(refused.html, /The password must NOT have fewer than 12 characters/);
    const set = await browser.submit("/reset-password", { ...fields, password: newPassword });
    assert.equal(set.status, 200);
    assert.equal(await signIn(person.email, newPassword), 200);
    for (const again of [
      await browser.submit("/reset-password", { ...fields, password: newPassword }),
      await browser.open(`/reset-password?token=${token}`),
    ]) {
      assert.equal(again.status, 404);
      assert.match(again.html, /href="\/forgot-password"/);
    }
  });

  test("opening the page of a link uses nothing up: programs open links before people do", async () => {
    const person = await member();
    await server.api(person.token).post("/api/auth/email-verification");
    const token = await mailedToken(server, person.email, "/verify-email");
    const path = `/verify-email?token=${token}`;
    const pages = [await browser.open(path), await browser.open(path)];
    const verified = async () =>
      (await server.api(person.token).get("/api/me")).body.data.person.emailVerifiedAt;
    assert.equal(await verified(), null);
    const confirmed = await browser.submit("/verify-email", formFields(pages[1]?.html ?? "", {}));
    assert.equal(confirmed.status, 200);
    assert.equal(await verified(), server.clock().toISOString());
    assert.equal((await browser.open(path)).status, 404);
  });

  async function invitation(email: string): Promise<string> {
    const admin = await server.build.member(organizationId, "OrganizationAdmin");
    const path = `/api/organizations/${organizationId}/invitations`;
    assert.equal((await server.api(admin.token).post(path, { email, role: "Coach" })).status, 201);
    return mailedToken(server, email, "/invitations/accept");
  }

  test("who is invited makes an account on the page, told what is missing", async () => {
    const email = "newcomer@example.com";
    const token = await invitation(email);
    const page = await browser.open(`/invitations/accept?token=${token}`);
    assert.equal(page.status, 200);
    assert.match(page.html, /acme-and-sons invites you/);
    const fields = formFields(page.html, { firstName: "Grace", lastName: " ", password: newPassword });
    assert.deepEqual(Object.keys(fields), ["token", "firstName", "lastName", "password"]);
    const refused = await browser.submit("/invitations/accept", fields);
    assert.equal(refused.status, 400);
    assert.match(refused.html, /The last name is blank/);
    assert.match(refused.html, /value="Grace"/);
    assert.ok(!refused.html.includes(newPassword));
    const accepted = await browser.submit("/invitations/accept", { ...fields, lastName: "Hopper" });
    assert.equal(accepted.status, 200);
    assert.equal(await signIn(email, newPassword), 200);
    assert.equal((await browser.open(`/invitations/accept?token=${token}`)).status, 404);
  });

  test("who has an account gives its password, and a wrong one makes nobody a member", async () => {
    const person = await server.build.person({ email: "known@example.com" });
    await givePassword(server, person.id);
    const token = await invitation(person.email);
    const page = await browser.open(`/invitations/accept?token=${token}`);
    const fields = formFields(page.html, { password: "not this one" });
    assert.deepEqual(Object.keys(fields), ["token", "password"]);
    const refused = await browser.submit("/invitations/accept", fields);
    assert.equal(refused.status, 401);
    assert.match(refused.html, /The password is wrong/);
    const accepted = await browser.submit("/invitations/accept", { ...fields, password });
    assert.equal(accepted.status, 200);
    const me = await server.api(person.token).get("/api/me");
    assert.equal(me.body.data.organizations.length, 1);
  });

  test("pages run no scripts, load nothing, keep nothing and tell no other site where one came from", async () => {
    const token = await invitation("headers@example.com");
    const pages = [
      await browser.open("/forgot-password"),
      await browser.open(`/invitations/accept?token=${token}`),
      await browser.open("/verify-email?token=none"),
      await browser.submit("/reset-password", {}),
    ];
    for (const { headers, html } of pages) {
      assert.equal(headers.get("content-type"), "text/html; charset=utf-8");
      assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'sha256-/);
      assert.match(headers.get("content-security-policy") ?? "", /frame-ancestors 'none'/);
      assert.equal(headers.get("referrer-policy"), "no-referrer");
      assert.equal(headers.get("cache-control"), "private, no-store");
      assert.equal(headers.get("x-robots-tag"), "noindex, nofollow");
      assert.ok(!/<script|<img|<link|\son\w+=|style="/.test(html));
    }
  });

  test("what was sent is shown as text, and odd input is refused without a fault", async () => {
    const hostile = `"><script>alert(1)</script>@example.com`;
    const shown = await browser.submit("/forgot-password", { email: hostile });
    assert.equal(shown.status, 400);
    assert.ok(!shown.html.includes("<script>"));
    const paths = ["/forgot-password", "/reset-password", "/verify-email", "/invitations/accept"];
    const tokens = ["\0", "\ud800", "%00", "x".repeat(10_000), "<b>"];
    const answers: Shown[] = [];
    for (const path of paths)
      for (const token of tokens) {
        answers.push(await browser.open(`${path}?token=${encodeURIComponent(token.toWellFormed())}`));
        answers.push(await browser.submit(path, { token, password: token, email: token, more: token }));
      }
    for (const { status, html } of answers) {
      assert.ok([200, 400, 404, 413].includes(status), String(status));
      assert.ok(!html.includes("<b>"));
    }
  });

  test("forms are taken by these pages alone, and they take nothing else", async () => {
    const body = new URLSearchParams({ email: "a@example.com" });
    const form = await fetch(`${server.url}/api/auth/password-reset`, { method: "POST", body });
    assert.equal(form.status, 415);
    const headers = { "content-type": "application/json" };
    const json = await fetch(`${server.url}/forgot-password`, { method: "POST", headers, body: "{}" });
    assert.equal(json.status, 415);
    assert.match(json.headers.get("content-type") ?? "", /^text\/html/);
    const large = new URLSearchParams({ email: "a".repeat(20_000) });
    const tooLarge = await fetch(`${server.url}/forgot-password`, { method: "POST", body: large });
    assert.equal(tooLarge.status, 413);
    assert.equal((await mailedTokens(server, "a@example.com", "/reset-password")).length, 0);
  });
});
