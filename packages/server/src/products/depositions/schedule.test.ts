import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Api } from "../../../test/api.ts";
import { depositionRequest, pointersOf } from "../../../test/build-depositions.ts";
import { startTestServer, type TestServer } from "../../../test/server.ts";

let server: TestServer;
let organizationId: string;
let coach: Api;

before(async () => {
  server = await startTestServer();
  organizationId = await server.build.organization();
  coach = await server.memberApi(organizationId, "Coach");
});
after(() => server.close());

// The three documented requests, as they are sent there.
const documented = {
  session_request: {
    invites: ["quartz@example.com", "obsidian@example.com"],
    deponent: { name: "Malachite Yarrow", email: "malachite@example.com", role: "deponent" },
    remote_session: {
      title: "Example Remote Session",
      case: "123-case-id-name",
      start_date: "2025-01-28",
      start_time: "01:30 AM",
      time_zone: "Pacific Time (US & Canada)",
    },
    session_details: {
      additional_details: "",
      preferred_manager: "Quartz Verbena",
      video_provider: "zoom_meeting",
      session_type: "remote_deposition",
    },
  },
};
const documentedWithHosts = {
  session_request: {
    invites: [
      { email: "azurite@example.com", access_level: "host" },
      { email: "selenite@example.com", access_level: "host" },
      { email: "quartz@example.com" },
      { email: "obsidian@example.com" },
      { email: "amethyst@example.com" },
    ],
    deponent: { name: "Malachite Yarrow", email: "malachite@example.com", role: "deponent" },
    remote_session: {
      title: "Example Remote Session",
      case: "123-case-id-name",
      start_date: "2025-01-28",
      start_time: "01:30 AM",
      time_zone: "Pacific Time (US & Canada)",
      estimated_duration: 1.25,
    },
    session_details: {
      languages: "",
      interpreter: "",
      additional_details: "",
      preferred_manager: "Azurite Oleander",
      video_provider: "",
      session_type: "remote_deposition",
    },
  },
};
const documentedWithSessionId = {
  session_request: {
    ...documented.session_request,
    remote_session: {
      title: "Example Remote Session",
      remote_session_id: "Custom Unique Session URL",
      case: "123-case-id-name",
      start_date: "2025-01-30",
      start_time: "01:30 AM",
      time_zone: "Pacific Time (US & Canada)",
      estimated_duration: 1.25,
    },
  },
};

describe("the documented examples", () => {
  test("a Zoom session is answered as documented, member for member", async () => {
    const { status, body } = await coach.post("/api/v1/sessions", documented);
    assert.equal(status, 201);
    const [session] = body.requests;
    const { id, provider_specific_details: zoom, ...rest } = session;
    assert.ok(Number.isInteger(id) && id > 0);
    assert.deepEqual(rest, {
      session_state: "scheduled",
      session_url: "http://convene.test/sessions/example-remote-session",
      remote_session_id: "example-remote-session",
      session_request: {
        session_type: "remote_deposition",
        deponent: { name: "Malachite Yarrow", email: "malachite@example.com", role: "deponent" },
        invites: [
          { email: "quartz@example.com" },
          { email: "obsidian@example.com" },
          { email: "malachite@example.com" },
        ],
      },
      remote_session: {
        title: "Example Remote Session",
        case: "123-case-id-name",
        start_date: "2025-01-28",
        start_time: "01:30 AM",
        time_zone: "Pacific Time (US & Canada)",
        estimated_duration: 1.25,
      },
      session_details: {
        language: "en-US",
        preferred_manager: "Quartz Verbena",
        video_provider: "zoom_meeting",
        session_type: "remote_deposition",
      },
      notice: null,
      cancelation_requested: null,
    });
    assert.deepEqual(Object.keys(body), ["requests"]);
    assert.match(String(zoom.meeting_id), /^\d{11}$/);
    assert.match(zoom.password, /^[a-z0-9]{10}$/);
    assert.match(zoom.provider_join_url, new RegExp(`/${zoom.meeting_id}\\?pwd=`));
    assert.equal(zoom.prevail_join_url, `${session.session_url}/zoom_meeting`);
    const [row] = await server.db.query("select starts_at from depositions where id = $1", [id]);
    assert.equal(row!.starts_at.toISOString(), "2025-01-28T09:30:00.000Z");
  });

  test("hosts who are members are hosts, the others participants whom the notice names", async () => {
    await server.build.member(organizationId, "Teacher", "Azurite@Example.com");
    const { status, body } = await coach.post("/api/v1/sessions", documentedWithHosts);
    assert.equal(status, 201);
    const [session] = body.requests;
    assert.deepEqual(session.session_request.invites, [
      { email: "azurite@example.com", access_level: "host" },
      { email: "selenite@example.com" },
      { email: "quartz@example.com" },
      { email: "obsidian@example.com" },
      { email: "amethyst@example.com" },
      { email: "malachite@example.com" },
    ]);
    assert.match(session.notice, /selenite@example\.com is not/);
    assert.doesNotMatch(session.notice, /azurite/);
    assert.equal(session.provider_specific_details, null);
    assert.equal(session.session_details.video_provider, null);
    assert.deepEqual(Object.keys(session.session_details).sort(), [
      "language",
      "preferred_manager",
      "session_type",
      "video_provider",
    ]);
  });

  test("a remote_session_id of one's own is normalised, on either path", async () => {
    const first = await coach.post("/api/v1/session_requests", documentedWithSessionId);
    assert.equal(first.status, 201);
    assert.equal(first.body.requests[0].remote_session_id, "custom-unique-session-url");
    assert.equal(
      first.body.requests[0].session_url,
      "http://convene.test/sessions/custom-unique-session-url",
    );
    const second = await coach.post("/api/v1/sessions", documentedWithSessionId);
    assert.deepEqual([second.status, second.body.code], [409, "remote_session_id_taken"]);
  });
});

describe("defaults and details", () => {
  test("what may be left out gets the documented defaults", async () => {
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest());
    const [session] = body.requests;
    assert.equal(session.session_request.deponent.role, "deponent");
    assert.deepEqual(session.session_request.invites, [{ email: "malachite@example.com" }]);
    assert.equal(session.remote_session.estimated_duration, 1.25);
    assert.equal(session.remote_session.case, null);
    assert.deepEqual(session.session_details, {
      language: "en-US",
      preferred_manager: null,
      video_provider: null,
      session_type: "remote_deposition",
    });
  });

  test("additional details and interpreter appear when they are not empty, and language is the first", async () => {
    const details = {
      languages: "es-mx, en-US",
      interpreter: "Spanish",
      additional_details: "Two exhibits.\nBring originals.",
      video_provider: "livekit",
      session_type: "arbitration",
    };
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest({ details }));
    assert.deepEqual(body.requests[0].session_details, {
      language: "es-MX",
      additional_details: "Two exhibits.\nBring originals.",
      interpreter: "Spanish",
      preferred_manager: null,
      video_provider: "livekit",
      session_type: "arbitration",
    });
    assert.equal(body.requests[0].session_request.session_type, "arbitration");
    assert.equal(body.requests[0].provider_specific_details, null);
  });

  test("a language is answered as a BCP 47 tag, however it was written", async () => {
    const cases: [unknown, string][] = [
      ["German", "de"],
      [["", "zh-hant-TW", "en"], "zh-Hant-TW"],
      [[], "en-US"],
      ["en_US", "en-US"],
      ["English (US)", "en-US"],
      ["spanish (mexico), English", "es"],
      ["Klingonese, en", "und"],
      ["()", "und"],
      [["tlh-", "en"], "und"],
    ];
    for (const [languages, language] of cases) {
      const { body } = await coach.post(
        "/api/v1/session_requests",
        depositionRequest({ details: { languages } }),
      );
      assert.equal(body.requests[0].session_details.language, language);
    }
  });

  test("empty words are none, and a session_type is any name", async () => {
    const empty = { deponent: { role: "" }, details: { session_type: " ", languages: " " } };
    const [first] = (await coach.post("/api/v1/session_requests", depositionRequest(empty))).body.requests;
    assert.equal(first.session_request.deponent.role, "deponent");
    assert.equal(first.session_request.session_type, "remote_deposition");
    assert.equal(first.session_details.language, "en-US");
    const details = { session_type: "Examination Under Oath (EUO)" };
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest({ details }));
    assert.equal(body.requests[0].session_details.session_type, details.session_type);
  });

  test("start, duration and case are answered as they were given, and again later", async () => {
    const session = {
      case: "Ω/2026 #7",
      start_time: "9:05 pm",
      time_zone: "(GMT-08:00) Pacific Time (US & Canada)",
      estimated_duration: 0.3,
    };
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest({ session }));
    const { title, start_date, ...given } = body.requests[0].remote_session;
    assert.deepEqual(given, session);
    const again = await coach.get(`/api/v1/session_requests/${body.requests[0].id}`);
    assert.deepEqual(again.body, body);
  });

  test("a repeat under one Idempotency-Key answers the same session and schedules none", async () => {
    const headers = { "idempotency-key": "deposition-once" };
    const request = depositionRequest({ session: { title: "Only once" } });
    const first = await coach.post("/api/v1/session_requests", request, headers);
    const second = await coach.post("/api/v1/session_requests", request, headers);
    assert.deepEqual([second.status, second.body], [201, first.body]);
    const rows = await server.db.query("select from depositions where title = 'Only once'");
    assert.equal(rows.length, 1);
  });

  test("the event names the session by its id and nothing else", async () => {
    const { body } = await coach.post("/api/v1/session_requests", depositionRequest());
    const { id } = body.requests[0];
    const events = await server.db.query(
      "select type, version, payload from events where subject_id = $1 and type like 'depositions.%'",
      [String(id)],
    );
    assert.deepEqual(events, [
      { type: "depositions.session.scheduled", version: 1, payload: { sessionId: id } },
    ]);
  });
});

describe("a server without Zoom", () => {
  test("refuses zoom_meeting rather than making sandbox meetings in production", async () => {
    const production = await startTestServer({ settings: { NODE_ENV: "production" } });
    try {
      const member = await production.build.member(await production.build.organization(), "Coach");
      const details = { video_provider: "zoom_meeting" };
      const answer = await production
        .api(member.token)
        .post("/api/v1/sessions", depositionRequest({ details }));
      assert.deepEqual([answer.status, answer.body.code], [422, "unprocessable"]);
      assert.deepEqual(pointersOf(answer.body), []);
    } finally {
      await production.close();
    }
  });
});
