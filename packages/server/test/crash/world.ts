import assert from "node:assert/strict";
import { runCommand } from "../command.ts";
import { makeDataDir } from "../data-dir.ts";
import type { TestDatabase } from "../database.ts";
import type { Cluster } from "./cluster.ts";

/** Makes the first administrator with the program's own command, and an organization. Resolves with the password. */
export async function createAdministrator(env: Record<string, string>, email: string): Promise<string> {
  const dataDir = makeDataDir("crash-admin");
  try {
    const args = ["create-admin", "--email", email, "--organization", "Crash Inc"];
    const { code, output } = await runCommand(args, { ...env, DATA_DIR: dataDir.path });
    assert.equal(code, 0, output);
    return /password: (\S+)/.exec(output)?.[1] ?? "";
  } finally {
    dataDir.remove();
  }
}

/** People who coach and learn, as members of an organization, straight into the database. */
export async function addPeople(
  db: TestDatabase,
  organizationId: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    await db.query(
      `insert into people (id, email, first_name, last_name, tokens_valid_after, created_at, updated_at)
       values ($1, $1 || '@people.example', 'Ada', $1, now(), now(), now())`,
      [id],
    );
    await db.query(
      "insert into members (organization_id, person_id, role, created_at) values ($1, $2, 'Coach', now())",
      [organizationId, id],
    );
  }
}

/** One of those who work with the servers while they are killed. */
export interface Client {
  /** Does one thing at random; returns once it is acknowledged. */
  act(): Promise<void>;
}

/** An event that an acknowledged request must have left, with how many people are written to because of it. */
export interface Expected {
  type: string;
  subjectId: string;
  letters: number;
}

interface ClientParts {
  cluster: Cluster;
  token: string;
  mentorshipId: string;
  /** From 0 to 1; the same sequence for the same seed. */
  random: () => number;
  /** Told what was acknowledged. */
  onDone: (expected: Expected) => void;
}

/** Days from now, at distances that never collide. */
const farFuture = Date.parse("2040-01-01T00:00:00Z");

/** Schedules, moves and cancels calls and depositions of its own, in an order that chance decides. */
export function createClient({ cluster, token, mentorshipId, random, onDone }: ClientParts): Client {
  const calls: string[] = [];
  const depositions: { slug: string; id: number }[] = [];
  let slot = 0;
  const nextStart = () => new Date(farFuture + slot++ * 3_600_000).toISOString();
  const pick = <T>(list: T[]): T => list.splice(Math.floor(random() * list.length), 1)[0] as T;
  const call = async (method: string, path: string, expectedStatus: number, body?: object) => {
    const answer = await cluster.call(method, path, token, body);
    assert.equal(answer.status, expectedStatus, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const done = (type: string, subjectId: string | number, letters: number) =>
    onDone({ type, subjectId: String(subjectId), letters });

  const acts: (() => Promise<void>)[] = [
    async function schedule() {
      const { data } = await call("POST", "/api/sessions", 201, { mentorshipId, scheduledAt: nextStart() });
      calls.push(data.id);
      done("mentorship.session.scheduled", data.id, 2);
    },
    async function move() {
      if (calls.length === 0) return;
      const id = pick(calls);
      await call("PATCH", `/api/sessions/${id}`, 200, { scheduledAt: nextStart() });
      calls.push(id);
      done("mentorship.session.rescheduled", id, 2);
    },
    async function moveAndLengthen() {
      if (calls.length === 0) return;
      const id = pick(calls);
      const change = { scheduledAt: nextStart(), durationMinutes: 30, timezone: "America/Panama" };
      await call("PATCH", `/api/sessions/${id}`, 200, change);
      // What follows in the same request is told with the move.
      done("mentorship.session.rescheduled", id, 2);
    },
    async function cancel() {
      if (calls.length === 0) return;
      const id = pick(calls);
      await call("DELETE", `/api/sessions/${id}`, 200);
      done("mentorship.session.cancelled", id, 2);
    },
    async function scheduleDeposition() {
      const body = {
        session_request: {
          invites: [`quartz${slot}@invited.example`],
          deponent: { name: "Malachite Yarrow", email: "malachite@invited.example" },
          remote_session: {
            title: "In the matter of crashes",
            start_date: "2040-05-01",
            start_time: "10:00 AM",
            time_zone: "UTC",
          },
        },
      };
      const answer = await call("POST", "/api/v1/session_requests", 201, body);
      const [{ id, remote_session_id: slug }] = answer.requests;
      depositions.push({ slug, id });
      done("depositions.session.scheduled", id, 2);
    },
    async function renameDeposition() {
      const deposition = depositions[0];
      if (!deposition) return;
      const title = `In the matter of crash ${slot++}`;
      await call("PATCH", `/api/v1/sessions/${deposition.slug}`, 200, { remote_session: { title } });
      done("depositions.session.edited", deposition.id, 2);
    },
    async function cancelDeposition() {
      if (depositions.length === 0) return;
      const { slug, id } = pick(depositions);
      await call("PATCH", `/api/v1/sessions/${slug}/cancel`, 200);
      done("depositions.session.cancelled", id, 2);
    },
  ];
  return { act: () => (acts[Math.floor(random() * acts.length)] ?? acts[0])?.() ?? Promise.resolve() };
}
