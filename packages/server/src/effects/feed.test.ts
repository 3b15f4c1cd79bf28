import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../test/api.ts";
import { must } from "../../test/build-mentorship.ts";
import { startTestServer, type TestServer } from "../../test/server.ts";
import { settled } from "../../test/travel.ts";
import { appendByServer } from "../events/append.ts";
import { hours, minutes } from "../kernel/clock.ts";

interface Page {
  data: { id: string; subjectId: string; version: number; occurredAt: string }[];
  meta: { next_cursor: string; has_more: boolean };
}

describe("the feed of events", () => {
  let server: TestServer;
  let organizationId: string;
  let reader: Api;

  const append = (subjectId: string, version: number, organization = organizationId) =>
    server.server.database.asTenant(organization, async (tx) => {
      appendByServer({ tx, organizationId: organization, now: server.clock(), task: "test" }, [
        { type: "member.removed", subjectId, version, payload: { personId: subjectId } },
      ]);
    });
  const read = async (query: string): Promise<Page> => must(200, await reader.get(`/api/events?${query}`));
  const versions = ({ data }: Page) => data.map(({ version }) => version);

  before(async () => {
    server = await startTestServer();
    organizationId = await server.build.organization();
    reader = server.api((await server.build.apiKey(organizationId, ["events:read"])).text);
  });
  after(() => server.close());

  test("of an organization to which nothing has happened can be polled already", async () => {
    const empty = await read("");
    assert.deepEqual([empty.data, empty.meta.has_more], [[], false]);
    await append("first", 1);
    await settled(server);
    assert.deepEqual(versions(await read(`cursor=${empty.meta.next_cursor}`)), [1]);
  });

  test("polled while many write, from several processes, hands on each event once and in its subject's order", async () => {
    const other = await server.build.organization();
    await server.another();
    let { next_cursor: cursor } = (await read("limit=200")).meta;
    const seen: Page["data"] = [];
    let isWriting = true;
    const writers = ["a", "b", "c", "d"].map(async (subject) => {
      for (let version = 1; version <= 40; version += 1) {
        await append(subject, version);
        await append(subject, version, other);
      }
    });
    const poll = async () => {
      const page = await read(`limit=7&cursor=${cursor}`);
      seen.push(...page.data);
      cursor = page.meta.next_cursor;
      return page.meta.has_more;
    };
    const polling = (async () => {
      while (isWriting) await poll();
    })();
    await Promise.all(writers);
    isWriting = false;
    await polling;
    await settled(server);
    while (await poll());
    assert.equal(new Set(seen.map(({ id }) => id)).size, 160);
    for (const subject of ["a", "b", "c", "d"]) {
      const order = seen.filter((event) => event.subjectId === subject).map(({ version }) => version);
      assert.deepEqual(
        order,
        Array.from({ length: 40 }, (_, n) => n + 1),
        subject,
      );
    }
  });

  test("a filter that lets nothing through moves on all the same, and misses nothing later", async () => {
    const start = await read("subjectId=rare&limit=1");
    assert.deepEqual(start.data, []);
    await append("common", 1);
    await append("rare", 1);
    await settled(server);
    const next = await read(`subjectId=rare&cursor=${start.meta.next_cursor}`);
    assert.deepEqual(versions(next), [1]);
    assert.deepEqual(versions(await read(`cursor=${next.meta.next_cursor}`)), []);
  });

  test("can be asked by type and by time", async () => {
    server.clock.advance(hours(5));
    for (const version of [1, 2, 3]) {
      await append("timed", version);
      server.clock.advance(hours(2));
    }
    await settled(server);
    const all = await read("subjectId=timed&type=member.removed");
    assert.deepEqual(versions(all), [1, 2, 3]);
    const [first, second, third] = all.data.map(({ occurredAt }) => new Date(occurredAt).getTime());
    assert.ok(first && second && third);
    const at = (time: number) => new Date(time).toISOString();
    assert.deepEqual(versions(await read(`from=${at(second)}`)), [2, 3]);
    assert.deepEqual(versions(await read(`from=${at(first)}&to=${at(second)}`)), [1, 2]);
    assert.deepEqual(versions(await read(`from=${at(second + 1)}&to=${at(third - 1)}`)), []);
    assert.deepEqual(versions(await read(`subjectId=timed&to=${at(first + minutes(1))}`)), [1]);
    assert.deepEqual(versions(await read("subjectId=timed&type=member.added")), []);
  });

  test("refuses a cursor that is another organization's", async () => {
    const other = await server.build.organization();
    await append("x", 1, other);
    await settled(server);
    const theirs = server.api((await server.build.apiKey(other, ["events:read"])).text);
    const { next_cursor: cursor } = must(200, await theirs.get("/api/events")).meta;
    const { status, body } = await reader.get(`/api/events?cursor=${cursor}`);
    assert.deepEqual([status, body.errors[0].pointer], [400, "?cursor"]);
  });
});
