import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import type { Api } from "../../../test/api.ts";
import { depositionRequest } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let here: Api;
let there: Api;

before(async () => {
  server = await startTestServer();
  here = await server.memberApi(await server.build.organization(), "Coach");
  there = await server.memberApi(await server.build.organization(), "Coach");
});
after(() => server.close());

const schedule = (api: Api, session: Record<string, unknown>) =>
  api.post("/api/v1/session_requests", depositionRequest({ session }));

async function slugOf(api: Api, session: Record<string, unknown>): Promise<string> {
  const { status, body } = await schedule(api, session);
  assert.equal(status, 201, JSON.stringify(body));
  return body.requests[0].remote_session_id;
}

describe("a remote_session_id that was asked for", () => {
  test("is trimmed, spaces become dashes, capitals small; tildes and dots stay", async () => {
    assert.equal(await slugOf(here, { remote_session_id: "  A  b.C_~1 " }), "a--b.c_~1");
  });

  test("is unique across organizations", async () => {
    await slugOf(here, { remote_session_id: "across" });
    const { status, body } = await schedule(there, { remote_session_id: "Across" });
    assert.deepEqual([status, body.code], [409, "remote_session_id_taken"]);
  });

  test("thirty at once from two organizations: exactly one gets it, and only one session exists", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        schedule(n % 2 ? here : there, { remote_session_id: "race", title: "The race" }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, ...Array(29).fill(409)]);
    const rows = await server.db.query("select from depositions where title = 'The race'");
    assert.equal(rows.length, 1);
  });

  test("is free again once its session is cancelled, for any organization", async () => {
    await slugOf(here, { remote_session_id: "freed" });
    assert.equal((await here.patch("/api/v1/sessions/freed/cancel")).status, 200);
    assert.equal(await slugOf(there, { remote_session_id: "freed" }), "freed");
    assert.equal((await schedule(here, { remote_session_id: "freed" })).status, 409);
  });

  test("a refused request leaves nothing behind", async () => {
    const [before] = await server.db.query("select count(*)::int as n from depositions");
    await schedule(here, { remote_session_id: "across" });
    const [after] = await server.db.query("select count(*)::int as n from depositions");
    assert.deepEqual(after, before);
  });
});

describe("a remote_session_id from the title", () => {
  test("folds accents, makes one dash of the rest, and is numbered while it is taken", async () => {
    const title = "  Élodie v. Müller & Søn!! ";
    assert.equal(await slugOf(here, { title }), "elodie-v-muller-son");
    assert.equal(await slugOf(there, { title }), "elodie-v-muller-son-2");
    assert.equal(await slugOf(here, { title }), "elodie-v-muller-son-3");
  });

  test("is a short random id if nothing is left", async () => {
    const first = await slugOf(here, { title: "証言録取" });
    assert.match(first, /^[a-z0-9]{10}$/);
    assert.notEqual(await slugOf(here, { title: "証言録取" }), first);
  });

  test("the lowest number that cancelling freed is taken next", async () => {
    for (const slug of ["gap", "gap-2", "gap-3"]) assert.equal(await slugOf(here, { title: "Gap" }), slug);
    await here.patch("/api/v1/sessions/gap-2/cancel");
    assert.equal(await slugOf(here, { title: "Gap" }), "gap-2");
    assert.equal(await slugOf(here, { title: "Gap" }), "gap-4");
  });

  test("a number that somebody asked for is passed over", async () => {
    await slugOf(there, { remote_session_id: "passed-2" });
    assert.equal(await slugOf(here, { title: "Passed" }), "passed");
    assert.equal(await slugOf(here, { title: "Passed" }), "passed-3");
  });

  test("fifty at once with one title all get their own, numbered without a gap", async () => {
    const slugs = await Promise.all(
      Array.from({ length: 50 }, (_, n) => slugOf(n % 2 ? here : there, { title: "Crowded" })),
    );
    const expected = ["crowded", ...Array.from({ length: 49 }, (_, n) => `crowded-${n + 2}`)];
    assert.deepEqual(slugs.sort(), expected.sort());
  });

  test("any title gives an address that leads to the session", async () => {
    const title = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 120 })
      .filter((text) => text.trim() !== "" && !/[\p{Cc}\u2028\u2029]/u.test(text));
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        const slug = await slugOf(here, { title: text });
        assert.match(slug, /^[a-z0-9][a-z0-9-]{0,99}$/);
        const edited = await here.patch(`/api/v1/sessions/${slug}`, { remote_session: {} });
        assert.equal(edited.body.requests[0].remote_session.title, text.trim().normalize("NFC"));
      }),
      { numRuns: 40 },
    );
  });
});
