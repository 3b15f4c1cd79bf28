import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../packages/server/test/free-ports.ts";
import { modules } from "./installed.ts";
import { application, createClasses } from "./parse-schema.ts";
import type { Adapter, Opened, Opening, Reading, SessionRead } from "./peer.ts";
import { startServer } from "./process.ts";
import { drawOrganizations, drawPlaces, drawSessions, newSession, newStarts } from "./rows.ts";

/** Parse Server from its own command line: one process, its caches at their defaults, a user who has signed in. */
export const parse: Adapter = {
  name: "Parse Server",
  packageName: "parse-server",
  async open(opening) {
    const { folder } = opening;
    const port = await freePort();
    const masterKey = randomUUID();
    writeFileSync(join(folder, "settings.json"), JSON.stringify(settings(opening, port, masterKey)), {
      mode: 0o600,
    });
    const server = await startServer(
      { args: [program, "settings.json"], env: {}, folder },
      port,
      "/parse/health",
    );
    try {
      const token = await createClasses(server.origin, masterKey);
      await fill(opening);
      return { server, read, ...targets(opening, server.origin, token) };
    } catch (fault) {
      await server.stop();
      throw fault;
    }
  },
};

const program = join(modules, "parse-server/bin/parse-server");

const settings = ({ database: { owner }, folder }: Opening, port: number, masterKey: string) => ({
  ...{ appId: application, masterKey, port, host: "127.0.0.1", mountPath: "/parse" },
  ...{ serverURL: `http://127.0.0.1:${port}/parse`, allowClientClassCreation: false },
  ...{ logLevel: "error", silent: true, logsFolder: join(folder, "logs") },
  databaseURI: `postgres://${owner.user}:${owner.password}@localhost:${owner.port}/${owner.database}`,
  // Its address cannot name the folder of a Unix socket. It complains once in its log, and takes it.
  databaseOptions: { host: owner.host },
});

/** Ten characters, as the ids that it makes itself. */
const idOf = (kind: string, number: number): string => kind + String(number).padStart(9, "0");
const objectId = (kind: string, number: string) => `'${kind}' || lpad(${number}::text, 9, '0')`;

async function fill({ client }: Opening): Promise<void> {
  await client.query(`
    insert into "Person" ("objectId", email, "firstName", "lastName", "createdAt", "updatedAt")
      select ${objectId("p", "n")}, email, first_name, last_name, created_at, created_at from seed_people;
    insert into "Mentorship" ("objectId", "organizationId", coach, teacher, status, "createdAt", "updatedAt")
      select ${objectId("m", "n")}, organization, ${objectId("p", "coach")}, ${objectId("p", "teacher")}, status,
        created_at, created_at
      from seed_mentorships;
    insert into "MentorshipSession" ("objectId", "organizationId", mentorship, coach, teacher, "scheduledAt",
        "durationMinutes", timezone, notes, status, "agoraChannel", "cancelledAt", "cancelledBy", "completedAt", "createdAt", "updatedAt")
      select ${objectId("s", "n")}, organization, ${objectId("m", "mentorship")}, ${objectId("p", "coach")},
        ${objectId("p", "teacher")}, scheduled_at, duration_minutes, timezone, notes, status, agora_channel, cancelled_at, cancelled_by, completed_at, created_at, created_at
      from seed_sessions;
    create index on "Mentorship" ("organizationId", coach);
    create index on "Mentorship" ("organizationId", teacher);
    create index on "MentorshipSession" ("organizationId", "scheduledAt", "objectId");
    create index on "MentorshipSession" ("organizationId", mentorship, "scheduledAt", "objectId")`);
}

const everything = "include=mentorship,coach,teacher";

function targets({ rows }: Opening, origin: string, token: string): Pick<Opened, "item" | "list" | "create"> {
  const headers = { "x-parse-application-id": application, "x-parse-session-token": token };
  const where = ['{"organizationId":"', '"}'].map(encodeURIComponent).join("{organization}");
  const page = `where=${where}&order=scheduledAt,objectId&limit=50&count=1`;
  const path = "/parse/classes/MentorshipSession";
  return {
    item: {
      ...{ origin, headers, method: "GET", path: `${path}/{session}?${everything}` },
      lists: { session: drawSessions(rows).map((number) => idOf("s", number)) },
    },
    list: {
      ...{ origin, headers, method: "GET", path: `${path}?${everything}&${page}` },
      lists: { organization: drawOrganizations(rows).map(String) },
    },
    create: {
      ...{ origin, headers, method: "POST", path },
      body: { ...newRow, ...newSession },
      ...{ times: newStarts, lists: listsOf(drawPlaces(rows)) },
    },
  };
}

const listsOf = (places: ReturnType<typeof drawPlaces>) => ({
  organization: places.map(({ organization }) => String(organization)),
  mentorship: places.map(({ mentorship }) => idOf("m", mentorship)),
  coach: places.map(({ coach }) => idOf("p", coach)),
  teacher: places.map(({ teacher }) => idOf("p", teacher)),
});

const pointer = (className: string, objectId: string) => ({ __type: "Pointer", className, objectId });

const newRow = {
  organizationId: "{organization}",
  mentorship: pointer("Mentorship", "{mentorship}"),
  coach: pointer("Person", "{coach}"),
  teacher: pointer("Person", "{teacher}"),
  scheduledAt: { __type: "Date", iso: "{time}" },
  agoraChannel: "ms_new{n}_1767225600000",
};

interface Row {
  objectId: string;
  scheduledAt: { iso: string };
  mentorship: { status: string };
  coach: { email: string };
  teacher: { email: string };
}

const readRow = ({ objectId, scheduledAt, mentorship, coach, teacher }: Row): SessionRead => ({
  ...{ id: objectId, scheduledAt: scheduledAt.iso, mentorship: mentorship.status },
  ...{ coach: coach.email, teacher: teacher.email },
});

const read: Reading = {
  session: (answer) => readRow(answer as Row),
  page(answer) {
    const { results, count } = answer as { results: Row[]; count: number };
    return { sessions: results.map(readRow), total: count };
  },
  created: (answer) => (answer as { objectId: string }).objectId,
};
