import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { jsonElement } from "#http/page.ts";
import { newId } from "#kernel/ids.ts";
import { visit } from "../../../../../test/form-visitor.ts";
import { begin, onlySession, publish, questions } from "../../../../../test/questionnaire.ts";
import { startTestServer, type TestServer } from "../../../../../test/server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(() => server.close());

test("texts of templates and prospects are shown as text, in elements, attributes and the chat's state", async () => {
  const evil = `</script><img src=x onerror=alert(1)>"'&`;
  const template = await publish(server, {
    name: evil,
    introduction: evil,
    completion: evil,
    questions: [
      { key: "long", label: evil, help: evil, type: "long_text", required: true },
      { key: "one", label: evil, type: "one_of", options: [evil], required: true },
    ],
  });
  const visitor = visit(server, { "accept-language": evil, "user-agent": evil });
  const pages = [
    await visitor.open(`${template.path}?lang=${encodeURIComponent(evil)}`),
    await visitor.submit({ website: evil }),
    await visitor.submit({ website: "" }),
    await visitor.submit({ value: `</textarea>${evil}${"x".repeat(2000)}` }),
    await visitor.submit({ value: `</textarea>${evil}` }),
    await visitor.submit({ value: evil }),
    await visitor.open(`${template.path}?change=long`),
    await visitor.open(`/c/${encodeURIComponent(evil)}`),
    await visitor.open(`/status/${encodeURIComponent(evil)}`),
    await visitor.open(template.path),
    await visitor.submit({}, { action: "/finish" }),
  ];
  for (const { html, headers } of pages) {
    assert.doesNotMatch(html, /<img|<\/textarea><\/script>/, html);
    assert.equal(html.match(/<\/textarea>/g)?.length ?? 0, html.match(/<textarea/g)?.length ?? 0);
    assert.match(headers.get("content-security-policy") ?? "", /^default-src 'none';/);
    assert.equal(headers.get("cache-control"), "private, no-store");
  }
  assert.equal(pages[3]?.status, 422);
  assert.deepEqual((await onlySession(template)).submission, { long: `</textarea>${evil}`, one: evil });
});

test("who fills in the trap, comes from another site, or has another questionnaire's cookie gets nowhere", async () => {
  const template = await publish(server);
  const stranger = visit(server);
  const opened = await stranger.open(template.path);
  assert.match(
    opened.html,
    /<div class="trap" aria-hidden="true">.*tabindex="-1" autocomplete="off"><\/div>/s,
  );
  const trapped = await stranger.submit({ website: "https://example.com" });
  assert.deepEqual([trapped.status, stranger.cookies.size], [422, 0]);
  assert.match(trapped.text, /leave it empty, and start again.*Leave this field empty/);
  const { manager, id } = template;
  const total = async () =>
    (await manager.get(`/api/v1/sessions?workflowTemplateId=${id}`)).body.pagination.total;
  assert.equal(await total(), 0);
  for (const origin of ["https://evil.example", "null", ""]) {
    await stranger.open(template.path);
    const refused = await stranger.submit({ website: "" }, { origin });
    assert.equal(refused.status, 403);
    assert.match(refused.html, new RegExp(`href="http://convene.test${template.path}"`));
  }
  assert.equal(await total(), 0);
  const { visitor } = await begin(server, template.path);
  const foreign = await visitor.submit({ value: "Eve" }, { origin: "https://evil.example" });
  assert.deepEqual([foreign.status, (await onlySession(template)).submission], [403, {}]);
  const other = await publish(server);
  const [cookie = ""] = visitor.cookies.values();
  const elsewhere = visit(server);
  elsewhere.cookies.set([...(await begin(server, other.path)).visitor.cookies.keys()][0] ?? "", cookie);
  assert.equal((await elsewhere.open(other.path)).path, template.path);
  for (const forged of [`${cookie}x`, `${newId()}.${cookie.split(".")[1]}`, "x", "%00.x", "."]) {
    const forger = visit(server);
    forger.cookies.set([...visitor.cookies.keys()][0] ?? "", forged);
    assert.match((await forger.open(template.path)).html, /data-start/, forged);
  }
});

test("a browser that keeps no cookies is told so, and starts are slowed down without a proof of work", async () => {
  const organization = await server.build.organization({ plan: "starter" });
  const manager = await server.memberApi(organization, "Manager");
  const slug = `busy-${newId()}`;
  const body = { name: "Busy", slug, status: "published", questions };
  assert.equal((await manager.post("/api/v1/workflow_templates", body)).status, 201);
  const forgetful = visit(server);
  await forgetful.open(`/c/${slug}`);
  forgetful.cookies.set = () => forgetful.cookies;
  assert.match((await forgetful.submit({ website: "" })).text, /Please allow cookies/);
  const outcomes = [];
  for (let n = 0; n < 12; n += 1)
    outcomes.push(await visit(server).post(`/c/${slug}`, new URLSearchParams()));
  const last = outcomes.at(-1);
  assert.equal(last?.status, 429);
  assert.ok(Number(last?.headers.get("retry-after")) > 0);
  assert.match(last?.text ?? "", /Too many at once Please try again in/);
});

test("data for a page's scripts cannot end their element, and arrives as it was", () => {
  const data = { a: "</script><!--<script>\u2028", b: ["<"] };
  const { text } = jsonElement("chat-state", data);
  const [, json = ""] =
    /^<script type="application\/json" id="chat-state">([^<]*)<\/script>\n$/.exec(text) ?? [];
  assert.deepEqual(JSON.parse(json), data);
});
