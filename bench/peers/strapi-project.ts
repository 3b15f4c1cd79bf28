import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { modules } from "./installed.ts";

/** Where a started project leaves the token that it made. */
export const tokenFile = "token";

/**
 * Writes a Strapi project as its generator would: three content types with Strapi's own controllers, the middlewares of
 * a new project, and an API token that may read all three and create sessions. Its settings come from the environment.
 */
export function writeProject(folder: string): void {
  const files = {
    ...configuration,
    "src/index.js": makeToken,
    "package.json": '{"name":"bench","type":"commonjs"}',
  };
  for (const [name, text] of Object.entries(files)) write(folder, name, text);
  for (const [singularName, { pluralName, attributes }] of Object.entries(types)) {
    const info = { singularName, pluralName, displayName: singularName };
    const kind = { kind: "collectionType", collectionName: pluralName, info };
    const schema = { ...kind, options: { draftAndPublish: false }, pluginOptions: {}, attributes };
    write(folder, `src/api/bench/content-types/${singularName}/schema.json`, JSON.stringify(schema));
    for (const [place, part] of parts)
      write(folder, `src/api/bench/${place}/${singularName}.js`, core(part, singularName));
  }
  mkdirSync(join(folder, "public/uploads"), { recursive: true });
  symlinkSync(modules, join(folder, "node_modules"));
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const parts = [
  ["controllers", "Controller"],
  ["services", "Service"],
  ["routes", "Router"],
] as const;

const core = (part: string, name: string) =>
  `module.exports = require("@strapi/strapi").factories.createCore${part}("api::bench.${name}");`;

const text = { type: "string" };
const needed = { type: "string", required: true };
const time = { type: "datetime" };
const one = (name: string) => ({ type: "relation", relation: "manyToOne", target: `api::bench.${name}` });

/** "status" is a word of Strapi's own: drafts have one. */
const types: Record<string, { pluralName: string; attributes: Record<string, unknown> }> = {
  person: {
    pluralName: "people",
    attributes: { email: needed, firstName: needed, lastName: needed, avatarUrl: text },
  },
  mentorship: {
    pluralName: "mentorships",
    attributes: { organizationId: needed, coach: one("person"), teacher: one("person"), state: needed },
  },
  session: {
    pluralName: "sessions",
    attributes: {
      ...{ organizationId: needed, mentorship: one("mentorship"), scheduledAt: { ...time, required: true } },
      ...{ durationMinutes: { type: "integer", required: true }, timezone: needed, notes: { type: "text" } },
      ...{ state: needed, agoraChannel: text, cancelledAt: time, cancelledBy: text, completedAt: time },
    },
  },
};

const configuration = {
  "start.js": `
    const folder = { appDir: __dirname, distDir: __dirname };
    require("@strapi/strapi").createStrapi({ ...folder, serveAdminPanel: false }).start();`,
  "config/database.js": `module.exports = ({ env }) => ({
    connection: {
      client: "postgres",
      connection: { ...env.json("DATABASE"), schema: "public" },
      pool: { min: 2, max: 10 },
    },
  });`,
  "config/server.js": `module.exports = ({ env }) => ({
    host: env("HOST"), port: env.int("PORT"), app: { keys: [env("SECRET")] }, logger: { startup: { enabled: false } },
  });`,
  "config/admin.js": `module.exports = ({ env }) => ({
    auth: { secret: env("SECRET") }, apiToken: { salt: env("SECRET") }, transfer: { token: { salt: env("SECRET") } },
    secrets: { encryptionKey: env("SECRET") }, serveAdminPanel: false,
  });`,
  "config/middlewares.js": `module.exports = [
    "strapi::logger", "strapi::errors", "strapi::security", "strapi::cors", "strapi::poweredBy", "strapi::query",
    "strapi::body", "strapi::session", "strapi::favicon", "strapi::public",
  ];`,
  "config/api.js": `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  "config/logger.js": `module.exports = { level: "error" };`,
};

const makeToken = `module.exports = {
  async bootstrap({ strapi }) {
    const permissions = ["session.find", "session.findOne", "session.create", "mentorship.find", "person.find"];
    const { accessKey } = await strapi.service("admin::api-token").create({
      name: "bench", description: "", type: "custom", lifespan: null,
      permissions: permissions.map((action) => "api::bench." + action),
    });
    require("node:fs").writeFileSync("${tokenFile}", accessKey, { mode: 0o600 });
  },
};`;
