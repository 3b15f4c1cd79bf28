import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let coach: Api;

before(async () => {
  server = await startTestServer();
  coach = await server.memberApi(await server.build.organization(), "Coach");
});
after(() => server.close());

const post = (body: unknown) => coach.post("/api/v1/session_requests", body);
const at = (path: string) => `/session_request/${path}`;

async function refuses(body: unknown, ...pointers: string[]): Promise<void> {
  const answer = await post(body);
  assert.equal(answer.status, 422, JSON.stringify(body));
  assert.equal(answer.body.code, "unprocessable");
  assert.deepEqual(pointersOf(answer.body), pointers.sort());
}

describe("every bad member is named at once", () => {
  test("those that the schema knows together with those that only a rule knows", async () => {
    await refuses(
      {
        session_request: {
          invites: [
            "no address",
            { email: "also none" },
            7,
            { email: "a@example.com", access_level: "boss" },
          ],
          deponent: { email: "malachite" },
          remote_session: {
            remote_session_id: "a/b",
            start_date: "2026-02-30",
            start_time: "25:00",
            time_zone: "Mars",
            estimated_duration: 25,
            titel: "typo",
          },
          session_details: { languages: 7, video_provider: "skype", session_type: "x".repeat(201) },
        },
      },
      at("invites/0"),
      at("invites/1/email"),
      at("invites/2"),
      at("invites/3/access_level"),
      at("deponent/email"),
      at("deponent/name"),
      at("remote_session/title"),
      at("remote_session/titel"),
      at("remote_session/remote_session_id"),
      at("remote_session/start_date"),
      at("remote_session/start_time"),
      at("remote_session/time_zone"),
      at("remote_session/estimated_duration"),
      at("session_details/languages"),
      at("session_details/video_provider"),
      at("session_details/session_type"),
    );
  });

  test("everything that is required, when it is missing", async () => {
    await refuses({}, "/session_request");
    await refuses({ session_request: {} }, at("deponent"), at("remote_session"));
    await refuses(
      { session_request: { deponent: {}, remote_session: {} } },
      at("deponent/name"),
      at("deponent/email"),
      at("remote_session/title"),
      at("remote_session/start_date"),
      at("remote_session/start_time"),
      at("remote_session/time_zone"),
    );
  });

  test("a gap is named together with a fault elsewhere", async () => {
    const session = { start_date: "2026-03-08", start_time: "02:30 AM" };
    const body = depositionRequest({ session, deponent: { name: " " } });
    await refuses(body, at("remote_session/start_time"), at("deponent/name"));
  });
});

describe("types are exact", () => {
  const wrong: [string, unknown, string][] = [
    [
      "a duration in text",
      { session: { estimated_duration: "1.25" } },
      at("remote_session/estimated_duration"),
    ],
    ["no duration", { session: { estimated_duration: 0 } }, at("remote_session/estimated_duration")],
    ["an explicit null", { session: { case: null } }, at("remote_session/case")],
    ["a number as a date", { session: { start_date: 20260414 } }, at("remote_session/start_date")],
    ["a blank title", { session: { title: " \t " } }, at("remote_session/title")],
    ["a title over 200", { session: { title: "x".repeat(201) } }, at("remote_session/title")],
    [
      "details over 2,000",
      { details: { additional_details: "x".repeat(2001) } },
      at("session_details/additional_details"),
    ],
    [
      "control characters",
      { details: { preferred_manager: "a\u0007b" } },
      at("session_details/preferred_manager"),
    ],
    [
      "over a hundred invites",
      { invites: Array.from({ length: 101 }, (_, n) => `p${n}@example.com`) },
      at("invites"),
    ],
    [
      "control characters in a list of languages",
      { details: { languages: ["en", "tlh\n"] } },
      at("session_details/languages/1"),
    ],
    ["details that are a text", { details: "none" }, at("session_details")],
    ["an unknown member", { deponent: { phone: "1" } }, at("deponent/phone")],
  ];
  for (const [name, options, pointer] of wrong) {
    test(`${name} is refused`, () =>
      refuses(depositionRequest(options as Parameters<typeof depositionRequest>[0]), pointer));
  }

  test("bodies of other shapes are refused, never a fault of ours", async () => {
    for (const body of [[], "text", 7, { session_request: null }, { session_request: [] }]) {
      assert.equal((await post(body)).status, 422);
    }
    for (const remote_session of [null, "x", 7, [], { start_date: {}, start_time: [], time_zone: 1 }]) {
      const body = { session_request: { deponent: { name: "A", email: "a@example.com" }, remote_session } };
      assert.equal((await post(body)).status, 422);
    }
  });

  test("what is no JSON at all is 400", async () => {
    const headers = { "content-type": "application/json" };
    const answer = await coach.send("POST", "/api/v1/sessions", "{", headers);
    assert.deepEqual([answer.status, answer.body.code], [400, "malformed_json"]);
  });
});

describe("remote_session_id", () => {
  for (const given of ["", "   ", ".", "..", "a/b", "é", "a?b", "a%20b", "x".repeat(101), "tab\there"]) {
    test(`${JSON.stringify(given.slice(0, 12))} is refused`, () =>
      refuses(
        depositionRequest({ session: { remote_session_id: given } }),
        at("remote_session/remote_session_id"),
      ));
  }
});

describe("start", () => {
  const startsAt = async (session: Record<string, string>) => {
    const { status, body } = await post(depositionRequest({ session }));
    assert.equal(status, 201);
    const [row] = await server.db.query<{ starts_at: Date }>(
      "select starts_at from depositions where id = $1",
      [body.requests[0].id],
    );
    return row!.starts_at.toISOString();
  };

  test("a time that the clock skips is refused, and the gap named", async () => {
    const answer = await post(
      depositionRequest({ session: { start_date: "2026-03-08", start_time: "02:30 AM" } }),
    );
    assert.equal(answer.status, 422);
    assert.deepEqual(pointersOf(answer.body), [at("remote_session/start_time")]);
    assert.match(answer.body.errors[0].detail, /02:00 to 03:00/);
  });

  test("of a time that exists twice it is the earlier", async () => {
    const twice = { start_date: "2026-11-01", start_time: "01:30 AM" };
    assert.equal(await startsAt(twice), "2026-11-01T08:30:00.000Z");
  });

  test("blanks around start and zone are not read, but answered as they were given", async () => {
    const given = { start_date: " 2026-04-14", start_time: " 01:30 PM ", time_zone: "Europe/Berlin  " };
    assert.equal(await startsAt(given), "2026-04-14T11:30:00.000Z");
    const { body } = await post(depositionRequest({ session: given }));
    const { start_date, start_time, time_zone } = body.requests[0].remote_session;
    assert.deepEqual({ start_date, start_time, time_zone }, given);
  });

  test("line breaks around them, and blanks without end, are refused", async () => {
    const session = { start_time: "13:30\n", time_zone: `UTC${" ".repeat(100)}` };
    await refuses(
      depositionRequest({ session }),
      at("remote_session/start_time"),
      at("remote_session/time_zone"),
    );
  });

  test("24-hour times and IANA zones are taken too", async () => {
    const session = { start_time: "13:30", time_zone: "Europe/Berlin" };
    assert.equal(await startsAt(session), "2026-04-14T11:30:00.000Z");
  });

  for (const start_time of ["13:30 PM", "00:30 AM", "1:30", "01:30", "01:30:00 AM", "noon", "24:00"]) {
    const isTaken = start_time === "01:30";
    test(`${start_time} is ${isTaken ? "taken" : "refused"}`, async () => {
      const body = depositionRequest({ session: { start_time } });
      if (isTaken) assert.equal((await post(body)).status, 201);
      else await refuses(body, at("remote_session/start_time"));
    });
  }
});
