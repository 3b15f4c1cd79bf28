import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../../packages/server/test/free-ports.ts";
import { createCollections } from "./directus-schema.ts";
import { modules } from "./installed.ts";
import type { Adapter, Opened, Opening, Reading, SessionRead } from "./peer.ts";
import { runToEnd, startServer } from "./process.ts";
import { drawOrganizations, drawPlaces, drawSessions, newSession, newStarts } from "./rows.ts";

/** Directus as its guides run it: one process, its caches at their defaults, a static token of a user without the app. */
export const directus: Adapter = {
  name: "Directus",
  packageName: "directus",
  async open(opening) {
    const port = await freePort();
    const command = { args: [program], env: settings(opening, port), folder: opening.folder };
    await runToEnd({ ...command, args: [program, "bootstrap"] });
    const server = await startServer({ ...command, args: [program, "start"] }, port, "/server/ping");
    try {
      const token = await createCollections(server.origin, adminToken);
      await fill(opening);
      return { server, read, ...targets(opening, server.origin, token) };
    } catch (fault) {
      await server.stop();
      throw fault;
    }
  },
};

/** Its command line without the look for a newer version that comes before it. */
const program = join(modules, "@directus/api/dist/cli/run.js");

const adminToken = randomUUID();

function settings({ database: { owner } }: Opening, port: number): Record<string, string> {
  return {
    ...{
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      SECRET: randomUUID(),
    },
    ...{ DB_CLIENT: "pg", DB_HOST: owner.host, DB_PORT: String(owner.port), DB_DATABASE: owner.database },
    ...{ DB_USER: owner.user, DB_PASSWORD: owner.password },
    ...{ ADMIN_EMAIL: "admin@example.com", ADMIN_PASSWORD: randomUUID(), ADMIN_TOKEN: adminToken },
    ...{ LOG_LEVEL: "error", TELEMETRY: "false", EMAIL_VERIFY_SETUP: "false" },
    // It answers 503 while its event loop is full, which under a load test it always is.
    PRESSURE_LIMITER_ENABLED: "false",
  };
}

const idOf = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

/** The same, for what is asked for. */
const uuidOf = (kind: string, number: number): string =>
  createHash("md5")
    .update(kind + number)
    .digest("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

async function fill({ client }: Opening): Promise<void> {
  await client.query(`
    insert into people (id, email, first_name, last_name)
      select ${idOf("person", "n")}, email, first_name, last_name from seed_people;
    insert into mentorships (id, organization_id, coach, teacher, status, created_at, updated_at)
      select ${idOf("mentorship", "n")}, ${idOf("organization", "organization")}, ${idOf("person", "coach")},
        ${idOf("person", "teacher")}, status, created_at, created_at
      from seed_mentorships;
    insert into sessions (id, organization_id, mentorship, scheduled_at, duration_minutes, timezone, notes, status,
        agora_channel, cancelled_at, cancelled_by, completed_at, created_at, updated_at)
      select ${idOf("session", "n")}, ${idOf("organization", "organization")}, ${idOf("mentorship", "mentorship")},
        scheduled_at, duration_minutes, timezone, notes, status, agora_channel, cancelled_at, cancelled_by,
        completed_at, created_at, created_at
      from seed_sessions;
    create index on mentorships (organization_id, coach);
    create index on mentorships (organization_id, teacher);
    create index on sessions (organization_id, scheduled_at, id);
    create index on sessions (organization_id, mentorship, scheduled_at, id)`);
}

const everything = "fields=*,mentorship.*,mentorship.coach.*,mentorship.teacher.*";

function targets({ rows }: Opening, origin: string, token: string): Pick<Opened, "item" | "list" | "create"> {
  const headers = { authorization: `Bearer ${token}` };
  const { durationMinutes, ...planned } = newSession;
  const places = drawPlaces(rows);
  const page = `filter[organization_id][_eq]={organization}&sort=scheduled_at,id&limit=50&meta=filter_count`;
  return {
    item: {
      ...{ origin, headers, method: "GET", path: `/items/sessions/{session}?${everything}` },
      lists: { session: drawSessions(rows).map((number) => uuidOf("session", number)) },
    },
    list: {
      ...{ origin, headers, method: "GET", path: `/items/sessions?${everything}&${page}` },
      lists: { organization: drawOrganizations(rows).map((number) => uuidOf("organization", number)) },
    },
    create: {
      ...{ origin, headers, method: "POST", path: "/items/sessions" },
      body: {
        ...{ organization_id: "{organization}", mentorship: "{mentorship}", scheduled_at: "{time}" },
        ...{ duration_minutes: durationMinutes, ...planned, agora_channel: "ms_new{n}_1767225600000" },
      },
      times: newStarts,
      lists: {
        organization: places.map(({ organization }) => uuidOf("organization", organization)),
        mentorship: places.map(({ mentorship }) => uuidOf("mentorship", mentorship)),
      },
    },
  };
}

interface Row {
  id: string;
  scheduled_at: string;
  mentorship: { status: string; coach: { email: string }; teacher: { email: string } };
}

const readRow = ({ id, scheduled_at, mentorship }: Row): SessionRead => ({
  ...{ id, scheduledAt: scheduled_at, mentorship: mentorship.status },
  ...{ coach: mentorship.coach.email, teacher: mentorship.teacher.email },
});

const read: Reading = {
  session: (answer) => readRow((answer as { data: Row }).data),
  page(answer) {
    const { data, meta } = answer as { data: Row[]; meta: { filter_count: number } };
    return { sessions: data.map(readRow), total: meta.filter_count };
  },
  created: (answer) => (answer as { data: { id: string } }).data.id,
};
