import { load, type Target } from "./load.ts";
import type { Started } from "./started.ts";

/** A route under load. */
export interface Hot {
  name: string;
  /** Sends `amount` requests over 16 connections; throws when one of them is not answered as it should be. */
  send(amount: number): Promise<void>;
}

/** Sessions before any measuring: a page of 50 is full, and items are many. */
const firstSessions = 200;

/** The three routes that most of what a mentorship's client asks goes to, called by the coach of a demo. */
export async function hotRoutes(started: Started): Promise<{ schedule: Hot; item: Hot; list: Hot }> {
  const { url: origin, demo } = started;
  const authorization = `Bearer ${demo.users.coach.token}`;
  const schedule = hot("schedule", {
    origin,
    method: "POST",
    path: "/api/sessions",
    headers: { authorization, "idempotency-key": "{uuid}" },
    body: {
      mentorshipId: demo.mentorships.active,
      scheduledAt: "{time}",
      durationMinutes: 30,
      timezone: "Europe/Berlin",
    },
    // Half an hour apart, so that no two are in each other's way.
    times: { start: Date.UTC(2030, 0, 1), step: 1_800_000 },
    expected: [201],
  });
  await schedule.send(firstSessions);
  const path = "/api/sessions?limit=50";
  const response = await fetch(origin + path, { headers: { authorization } });
  const { data } = (await response.json()) as { data: { id: string }[] };
  const reading = { origin, method: "GET", headers: { authorization } } as const;
  return {
    schedule,
    item: hot("mentorship item", {
      ...reading,
      path: "/api/sessions/{session}",
      lists: { session: data.map(({ id }) => id) },
    }),
    list: hot("list of 50", { ...reading, path }),
  };
}

/** Longest that one lot of requests may take, in seconds. */
const patience = 600;

const hot = (name: string, target: Target): Hot => ({
  name,
  async send(amount) {
    const { answered, faults } = await load(target, { amount, seconds: patience, connections: 16 });
    if (answered < amount)
      throw new Error(`${name}: ${answered} of ${amount} answered, ${JSON.stringify(faults)}`);
  },
});
