import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../packages/server/test/free-ports.ts";
import type { Adapter, Opened, Opening, Reading, SessionRead } from "./peer.ts";
import { startServer } from "./process.ts";
import { drawOrganizations, drawPlaces, drawSessions, newSession, newStarts } from "./rows.ts";
import { tokenFile, writeProject } from "./strapi-project.ts";

/** Strapi as a new project runs it in production, with an API token of type "custom". */
export const strapi: Adapter = {
  name: "Strapi",
  packageName: "@strapi/strapi",
  async open(opening) {
    const { folder } = opening;
    writeProject(folder);
    const port = await freePort();
    const env = settings(opening, port);
    const server = await startServer({ args: ["start.js"], env, folder }, port, "/_health");
    try {
      await fill(opening);
      const token = readFileSync(join(folder, tokenFile), "utf8");
      return { server, read, ...targets(opening, server.origin, token) };
    } catch (fault) {
      await server.stop();
      throw fault;
    }
  },
};

const settings = ({ database: { owner } }: Opening, port: number): Record<string, string> => ({
  ...{ HOST: "127.0.0.1", PORT: String(port), SECRET: randomBytes(16).toString("hex") },
  ...{
    DATABASE: JSON.stringify(owner),
    STRAPI_TELEMETRY_DISABLED: "true",
    STRAPI_DISABLE_UPDATE_NOTIFICATION: "true",
  },
});

/** As long as the ids that it makes itself. */
const idOf = (kind: string, number: number): string => kind + String(number).padStart(24 - kind.length, "0");
const documentId = (kind: string) => `'${kind}' || lpad(n::text, ${24 - kind.length}, '0')`;

/** Its numbers start at 1, and its relations stand in tables of their own. */
async function fill({ client }: Opening): Promise<void> {
  await client.query(`
    insert into people (id, document_id, email, first_name, last_name, created_at, updated_at, published_at)
      select n + 1, ${documentId("person")}, email, first_name, last_name, created_at, created_at, created_at
      from seed_people;
    insert into mentorships (id, document_id, organization_id, state, created_at, updated_at, published_at)
      select n + 1, ${documentId("mentorship")}, organization, status, created_at, created_at, created_at
      from seed_mentorships;
    insert into mentorships_coach_lnk (mentorship_id, person_id) select n + 1, coach + 1 from seed_mentorships;
    insert into mentorships_teacher_lnk (mentorship_id, person_id) select n + 1, teacher + 1 from seed_mentorships;
    insert into sessions (id, document_id, organization_id, scheduled_at, duration_minutes, timezone, notes, state,
        agora_channel, cancelled_at, cancelled_by, completed_at, created_at, updated_at, published_at)
      select n + 1, ${documentId("session")}, organization, scheduled_at, duration_minutes, timezone, notes, status,
        agora_channel, cancelled_at, cancelled_by, completed_at, created_at, created_at, created_at
      from seed_sessions;
    insert into sessions_mentorship_lnk (session_id, mentorship_id) select n + 1, mentorship + 1 from seed_sessions;
    select setval(pg_get_serial_sequence('sessions', 'id'), (select max(id) from sessions));
    create index on mentorships (organization_id);
    create index on sessions (organization_id, scheduled_at, id)`);
}

const everything = "populate[mentorship][populate][0]=coach&populate[mentorship][populate][1]=teacher";

function targets({ rows }: Opening, origin: string, token: string): Pick<Opened, "item" | "list" | "create"> {
  const headers = { authorization: `Bearer ${token}` };
  const places = drawPlaces(rows);
  const page =
    "filters[organizationId][$eq]={organization}&sort[0]=scheduledAt&sort[1]=id&pagination[limit]=50";
  return {
    item: {
      ...{ origin, headers, method: "GET", path: `/api/sessions/{session}?${everything}` },
      lists: { session: drawSessions(rows).map((number) => idOf("session", number)) },
    },
    list: {
      ...{ origin, headers, method: "GET", path: `/api/sessions?${everything}&${page}` },
      lists: { organization: drawOrganizations(rows).map(String) },
    },
    create: {
      ...{ origin, headers, method: "POST", path: "/api/sessions" },
      body: { data: { organizationId: "{organization}", mentorship: "{mentorship}", ...newRow } },
      times: newStarts,
      lists: {
        organization: places.map(({ organization }) => String(organization)),
        mentorship: places.map(({ mentorship }) => idOf("mentorship", mentorship)),
      },
    },
  };
}

const { status, ...planned } = newSession;
const newRow = { ...planned, state: status, scheduledAt: "{time}", agoraChannel: "ms_new{n}_1767225600000" };

interface Row {
  documentId: string;
  scheduledAt: string;
  mentorship: { state: string; coach: { email: string }; teacher: { email: string } };
}

const readRow = ({ documentId, scheduledAt, mentorship }: Row): SessionRead => ({
  ...{ id: documentId, scheduledAt, mentorship: mentorship.state },
  ...{ coach: mentorship.coach.email, teacher: mentorship.teacher.email },
});

const read: Reading = {
  session: (answer) => readRow((answer as { data: Row }).data),
  page(answer) {
    const { data, meta } = answer as { data: Row[]; meta: { pagination: { total: number } } };
    return { sessions: data.map(readRow), total: meta.pagination.total };
  },
  created: (answer) => (answer as { data: { documentId: string } }).data.documentId,
};
