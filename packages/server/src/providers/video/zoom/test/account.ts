import assert from "node:assert/strict";
import type { Refusal } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import type { Meeting, MeetingAttempt, MeetingRequest } from "#rooms/video-provider.ts";
import { createTestClock, type TestClock } from "../../../../../test/clock.ts";
import { createZoom, type ZoomAccount, type ZoomCredentials } from "../index.ts";
import type { SandboxAnswer } from "../sandbox/api.ts";
import { startZoomSandbox, type ZoomSandbox } from "../sandbox/server.ts";

/** A sandbox of Zoom with a clock that stands still, and adapters to it. */
export interface TestAccount {
  sandbox: ZoomSandbox;
  clock: TestClock;
  adapter(
    more?: Partial<Omit<ZoomAccount, "credentials">>,
    credentials?: Partial<ZoomCredentials>,
  ): ReturnType<typeof createZoom>;
  /** How often it was asked this, such as `POST /oauth/token`. */
  asked(what: string): number;
  /** Answers the first requests to the API, but not those for tokens, with this, and then goes on as ever. */
  answerFirst(many: number, answer: SandboxAnswer): void;
}

export async function startTestAccount(): Promise<TestAccount> {
  const clock = createTestClock();
  const sandbox = await startZoomSandbox({ clock, joinBase: "http://convene.test/sandbox/zoom" });
  const { url } = sandbox;
  return {
    sandbox,
    clock,
    adapter: (more = {}, credentials = {}) =>
      createZoom({
        credentials: { ...sandbox.credentials, ...credentials },
        ...{ apiUrl: url, oauthUrl: url, clock, ...more },
      }),
    asked: (what) => sandbox.requests.filter((request) => request === what).length,
    answerFirst(many, answer) {
      let left = many;
      sandbox.interfere = ({ path }) => (path !== "/oauth/token" && left-- > 0 ? answer : null);
    },
  };
}

export const creation = "POST /v2/users/me/meetings";

export const wanted = (more: Partial<MeetingRequest> = {}): MeetingRequest => ({
  reference: newId(),
  title: "Deposition of Malachite Yarrow",
  startsAt: new Date("2026-04-14T20:30:00.000Z"),
  timeZone: "America/Los_Angeles",
  durationMinutes: 75,
  ...more,
});

export function made(attempt: MeetingAttempt): Meeting {
  assert.ok("meeting" in attempt, JSON.stringify(attempt));
  return attempt.meeting;
}

export function refused(attempt: MeetingAttempt): { refusal: Refusal; mayExist: boolean } {
  assert.ok("refusal" in attempt, "a meeting was made");
  return attempt;
}
