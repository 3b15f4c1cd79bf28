import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { after, before, describe, it } from "node:test";
import { Type } from "typebox";
import { type SmallApp, startSmallApp } from "../../test/small-app.ts";
import { closed, Email, Instant, Name, Notes, nullable, oneOf, Uuid } from "../kernel/schema.ts";
import { memberRoute } from "./route.ts";

const Body = closed({
  title: Name(),
  notes: Type.Optional(nullable(Notes())),
  email: Type.Optional(Email()),
  kind: Type.Optional(oneOf(["a", "b"])),
  metadata: Type.Optional(Type.Object({}, { additionalProperties: true })),
});
const Anything = Type.Unsafe<unknown>({});
const echo = {
  method: "POST",
  path: "/echo/:id",
  operationId: "echo",
  summary: "Answers what the operation saw",
  params: closed({ id: Uuid() }),
  query: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, default: 5 })),
    from: Type.Optional(Instant()),
  }),
  body: Body,
  success: [200, Anything],
} as const;
const remove = {
  method: "DELETE",
  path: "/echo/:id",
  operationId: "remove",
  summary: "Takes no body",
  success: [200, Anything],
} as const;
const removal = memberRoute(remove, {}, async (_, { body }) => ({ body: body ?? null }));

let app: SmallApp;
let lenient: SmallApp;
before(async () => {
  app = await startSmallApp([memberRoute(echo, {}, async (_, input) => input), removal]);
  lenient = await startSmallApp([removal], { contract: { allowsUnknownMembers: true } });
});
after(async () => {
  await app.close();
  await lenient.close();
});

const id = "00000000-0000-4000-8000-000000000000";
const json = { "content-type": "application/json" };
const send = (body: string | undefined, headers: Record<string, string> = json, path = `/echo/${id}`) =>
  app.api().send("POST", path, body, headers);
const pointers = (body: { errors?: { pointer: string }[] }) =>
  [...new Set(body.errors?.map((error) => error.pointer))].sort();

/** Sends bytes as they are, which fetch would not; without a length, in chunks. */
function sendBytes(bytes: Buffer, hasLength = true): Promise<number> {
  const length = hasLength ? { "content-length": bytes.length } : {};
  const options = { method: "POST", headers: { ...json, authorization: "Bearer ada", ...length } };
  return new Promise((resolve, reject) => {
    const sent = httpRequest(`${app.url}/echo/${id}`, options, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject).end(bytes);
  });
}

describe("input", () => {
  it("is answered with problem details in their documented shape", async () => {
    const answer = await send("{}");
    const { requestId, ...rest } = answer.body;
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
    assert.equal(requestId, answer.headers.get("x-request-id"));
    assert.deepEqual(rest, {
      type: "urn:convene:problem:invalid_request",
      title: "The request is not valid",
      status: 400,
      detail: "/title is required",
      code: "invalid_request",
      errors: [{ pointer: "/title", detail: "is required" }],
    });
  });

  it("names every bad parameter, query parameter and body member at once", async () => {
    const body = { notes: 5, email: "no", kind: "c", titel: "x", "a/b~c": 1, metadata: { deep: "\0" } };
    const answer = await send(JSON.stringify(body), json, "/echo/abc?limit=x&from=y");
    assert.deepEqual(pointers(answer.body), [
      "/a~1b~0c",
      "/email",
      "/kind",
      "/metadata/deep",
      "/notes",
      "/titel",
      "/title",
      ":id",
      "?from",
      "?limit",
    ]);
  });

  it("reaches the operation clean, with defaults, and otherwise exactly as it was sent", async () => {
    const metadata = { n: 1e21, s: " é ", a: [null, true, { "": "" }] };
    const { body } = await send(
      JSON.stringify({ title: "  e\u0301t\u00e9 ", notes: null, email: "Ada@Example.COM", metadata }),
    );
    assert.deepEqual(body.query, { limit: 5 });
    assert.equal(body.body.title, "\u00e9t\u00e9");
    assert.deepEqual([body.body.notes, body.body.metadata], [null, metadata]);
  });

  it("repeated in the query is refused, naming the parameter", async () => {
    const answer = await send('{"title":"x"}', json, `/echo/${id}?limit=1&limit=2`);
    assert.deepEqual([answer.status, pointers(answer.body)], [400, ["?limit"]]);
  });

  const malformed = ["{", "{}}", "{'a':1}", "nul", '"\u0001"', "[1,]", "\ufeff{", '{"title":"x"', "NaN"];
  for (const text of malformed) {
    it(`that is no JSON answers 400: ${JSON.stringify(text)}`, async () => {
      const answer = await send(text);
      assert.deepEqual([answer.status, answer.body.code], [400, "malformed_json"]);
    });
  }

  it("that is no UTF-8 answers 400 instead of being changed", async () => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf0, 0x9f]]) {
      const body = Buffer.concat([Buffer.from('{"title":"'), Buffer.from(bytes), Buffer.from('"}')]);
      assert.equal(await sendBytes(body), 400);
    }
    assert.equal(await sendBytes(Buffer.from('{"title":"✓"}')), 200);
  });

  for (const type of [
    "text/plain",
    "application/xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonx",
    "",
  ]) {
    it(`as ${type || "nothing"} answers 415`, async () => {
      const answer = await send('{"title":"x"}', { "content-type": type });
      assert.deepEqual([answer.status, answer.body.code], [415, "unsupported_media_type"]);
    });
  }

  it("as JSON with a charset is taken", async () => {
    const answer = await send('{"title":"x"}', { "content-type": "Application/JSON; charset=utf-8" });
    assert.equal(answer.status, 200);
  });

  it("compressed or in another character set answers 415", async () => {
    const headers: Record<string, string>[] = [
      { "content-encoding": "gzip" },
      { "content-encoding": "br, identity" },
      { "content-type": "application/json; charset=iso-8859-1" },
      { "content-type": 'application/json;Charset = "utf-16"' },
    ];
    for (const each of headers) {
      const answer = await send('{"title":"x"}', { ...json, ...each });
      assert.deepEqual([answer.status, answer.body.code], [415, "unsupported_media_type"]);
    }
    const fine = { "content-type": 'application/json; charset="UTF-8"', "content-encoding": "Identity" };
    assert.equal((await send('{"title":"x"}', fine)).status, 200);
  });

  it("left out, with or without a content type, is an empty body on DELETE and 400 where one is needed", async () => {
    assert.equal((await app.api().send("DELETE", `/echo/${id}`, "", json)).status, 200);
    assert.equal((await app.api().delete(`/echo/${id}`)).status, 200);
    assert.equal((await send("")).status, 400);
    assert.equal((await send(undefined, {})).status, 400);
  });

  it("sent to a route that takes none is refused, naming each member, unless the contract allows them", async () => {
    const remove = (body: string) => app.api().send("DELETE", `/echo/${id}`, body, json);
    const answer = await remove('{"force":true,"titel":1,"__proto__":2}');
    assert.equal(answer.status, 400);
    assert.deepEqual(pointers(answer.body), ["/__proto__", "/force", "/titel"]);
    assert.equal((await remove("null")).body.detail, "the body must be an object");
    assert.deepEqual((await remove("{}")).body, { body: {} });
    assert.equal((await lenient.api().send("DELETE", `/echo/${id}`, '{"force":true}', json)).status, 200);
  });

  it("named like a part of a prototype is stored inside metadata and unknown elsewhere", async () => {
    const metadata = '{"__proto__":{"admin":true},"constructor":{"prototype":{"title":"y"}}}';
    const kept = await send(`{"title":"x","metadata":${metadata}}`);
    assert.equal(JSON.stringify(kept.body.body.metadata), metadata);
    const inherited = await send('{"__proto__":{"title":"x"},"constructor":{"prototype":{}}}');
    assert.deepEqual(
      [inherited.status, pointers(inherited.body)],
      [400, ["/__proto__", "/constructor", "/title"]],
    );
    assert.equal(Reflect.get({}, "admin"), undefined);
  });

  it("of 1 MiB is taken and of one byte more is 413", async () => {
    const filled = (length: number) => `{"title":"x","metadata":{"a":"${"x".repeat(length - 33)}"}}`;
    const most = 1024 * 1024;
    assert.equal(filled(most).length, most);
    assert.equal((await send(filled(most))).status, 200);
    const over = await send(filled(most + 1));
    assert.deepEqual([over.status, over.body.code], [413, "body_too_large"]);
    assert.equal(await sendBytes(Buffer.from(filled(most + 1)), false), 413);
  });

  it("nested without end is 400, wherever it stands", async () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    for (const text of [
      deep,
      `{"title":${deep}}`,
      `{"title":"x","metadata":{"a":${deep}}}`,
      `{"title":"x","nope":${deep}}`,
    ]) {
      assert.equal((await send(text)).status, 400);
    }
  });

  it("with half a surrogate pair or U+0000 is 400, in any string and any name", async () => {
    for (const bad of ["\\ud800", "\\udc00 x", "\\u0000"]) {
      for (const text of [
        `{"title":"${bad}"}`,
        `{"title":"x","metadata":{"a":["${bad}"]}}`,
        `{"title":"x","metadata":{"${bad}":1}}`,
      ]) {
        const answer = await send(text);
        assert.deepEqual([answer.status, answer.body.code], [400, "invalid_request"], text);
      }
    }
    for (const query of ["from=%00", "other=%00"])
      assert.equal((await send('{"title":"x"}', json, `/echo/${id}?${query}`)).status, 400);
  });

  it("that is hostile gets an answer of bounded size", async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`bad${index}`, 1]));
    for (const body of [many, { ["x".repeat(900_000)]: 1 }, { ["😀".repeat(100_000)]: 1 }]) {
      const answer = await send(JSON.stringify(body));
      assert.equal(answer.status, 400);
      assert.ok(JSON.stringify(answer.body).length < 20_000);
    }
  });
});
