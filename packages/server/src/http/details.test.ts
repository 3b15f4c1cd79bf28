import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import type { FieldError } from "../kernel/errors.ts";
import { closed, nullable, oneOf, pageByOffset } from "../kernel/schema.ts";
import { memberRoute } from "./route.ts";

const Month = Type.String({
  pattern: "^\\d{4}-\\d\\d$",
  "x-pattern-says": "must be a month such as 2026-05",
});
const wire = {
  method: "POST",
  path: "/things",
  operationId: "change",
  summary: "Has rules of every kind",
  query: Type.Object({
    ...pageByOffset,
    status: Type.Optional(oneOf(["open", "shut"])),
    number: Type.Optional(Type.Integer()),
  }),
  body: closed(
    {
      kind: Type.Optional(oneOf(["a", ""])),
      month: Type.Optional(Month),
      note: Type.Optional(nullable(Type.String())),
      count: Type.Optional(Type.Integer({ maximum: 9 })),
      tags: Type.Optional(Type.Array(Type.String())),
      pairs: Type.Optional(Type.Array(closed({ either: Type.Union([Type.String(), Type.Number()]) }))),
    },
    { minProperties: 1 },
  ),
  bodyFaults: (_body: unknown, now: Date): FieldError[] => [
    { pointer: "/kind", detail: "is said twice" },
    { pointer: "/month", detail: `is not ${now.toISOString().slice(0, 7)}` },
  ],
  queryFaults: (query: unknown): FieldError[] =>
    Reflect.get(Object(query), "limit") === 7 ? [{ pointer: "?status", detail: "allows no limit of 7" }] : [],
  success: [200, Type.Unsafe<unknown>({})],
} as const;

let app: SmallApp;
before(async () => {
  app = await startSmallApp([memberRoute(wire, {}, async () => ({}))]);
});
after(() => app.close());

/** What is said of each bad member. */
async function faults(body: unknown, search = ""): Promise<Record<string, string>> {
  const answer = await app.api().post(`/things${search}`, body);
  const errors: FieldError[] = answer.body.errors;
  const byPointer = Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]));
  assert.equal(errors.length, Object.keys(byPointer).length, "each is named once");
  return byPointer;
}

describe("the errors of an answer", () => {
  it("say of the whole body that it is the body", async () => {
    for (const body of [5, null, "x", []]) {
      assert.equal((await faults(body))[""], "the body must be an object");
    }
    assert.equal((await faults({}))[""], "the body must have at least 1 of its members");
    const answer = await app.api().post("/things", 5);
    assert.match(answer.body.detail, /^the body must be an object; /);
  });

  it("are found in no more time than there are values, also of many that could be one thing or another", async () => {
    const started = performance.now();
    const pairs = Array.from({ length: 9_000 }, () => ({ either: {} }));
    const named = await faults({ pairs });
    assert.equal(named["/pairs/0/either"], "has the wrong type");
    // Before it was so, a minute was not enough.
    assert.ok(performance.now() - started < 20_000);
  });

  it("are one where there are more values than anybody wrote", async () => {
    const tags = Array.from({ length: 100_000 }, () => 7);
    const { "/tags/0": first, ...others } = await faults({ tags });
    assert.equal(first, "must be a string");
    assert.deepEqual(Object.keys(others), ["/kind", "/month"]);
  });

  it("name types and words as a person would, once, and never a regular expression", async () => {
    assert.deepEqual(await faults({ kind: null, month: "5/2026", note: 5, count: 1.5, tags: [null] }), {
      "/kind": 'must be one of a, ""',
      "/month": "must be a month such as 2026-05",
      "/note": "must be a string or null",
      "/count": "must be an integer",
      "/tags/0": "must be a string",
    });
  });

  it("have what rules say at that time beside what the schema says, which goes first", async () => {
    const month = app.clock().toISOString().slice(0, 7);
    const expected = { "/kind": "is said twice", "/month": `is not ${month}` };
    assert.deepEqual(await faults({ note: null }), expected);
    assert.deepEqual(await faults({ note: null }, "?limit=7"), {
      ...expected,
      "?status": "allows no limit of 7",
    });
    const both = await faults({ kind: 1, month: "x" }, "?limit=7&status=ajar");
    assert.equal(both["?status"], "must be one of open, shut");
    assert.equal(both["/kind"], 'must be one of a, ""');
  });

  it("name everything that could not be stored", async () => {
    const bad = await faults({ note: "\0", tags: ["\ud800", "fine", "\0"] });
    assert.deepEqual(Object.keys(bad).sort(), ["/kind", "/month", "/note", "/tags/0", "/tags/2"]);
  });

  it("say that a repeated parameter must be given once", async () => {
    const bad = await faults({ note: null }, "?status=open&status=shut&offset=1&offset=1");
    assert.equal(bad["?status"], "must be given once");
    assert.equal(bad["?offset"], "must be given once");
  });

  it("say what the bound is, however far beyond it a number lies, and take no number inexactly", async () => {
    for (const number of ["9007199254740991", "9007199254740993", "9".repeat(400)]) {
      const bad = await faults({ note: null }, `?limit=${number}&offset=-${number}&number=${number}`);
      assert.equal(bad["?limit"], "must be <= 200");
      assert.equal(bad["?offset"], "must be >= 0");
      assert.equal(bad["?number"], number === "9007199254740991" ? undefined : "must be an integer");
    }
  });
});
