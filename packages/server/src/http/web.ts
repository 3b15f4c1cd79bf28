import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { html } from "#kernel/html.ts";
import { htmlAnswer } from "./page.ts";

/** The pages that run in browsers, as `npm run build` leaves them. */
export interface Web {
  /** The folder of the build; what is not there is answered by a page that says what to do. */
  folder: URL;
  /** Beside the page's own address, where the sockets of rooms may be: schemes or origins of the Content-Security-Policy. */
  socketSources: readonly string[];
}

/** Paths that browsers open; what each shows its scripts decide. */
const paths = [
  "/",
  "/sign-in",
  "/sessions/:id",
  "/sessions/:id/zoom_meeting",
  "/review",
  "/review/:id",
  "/templates",
  "/templates/:id",
  "/templates/:id/edit",
  "/contacts",
  "/contacts/:id",
  "/settings",
];

/** Serves the pages: their paths answer one small document, which loads the rest from /assets/. */
export async function serveWeb(app: FastifyInstance, web: Web): Promise<void> {
  const sendPage = pageSender(web);
  const schema = { hide: true };
  for (const path of paths) app.get(path, { schema }, (_request, reply) => sendPage(reply, 200));
  app.decorate("sendLostPage", (reply: FastifyReply) => sendPage(reply, 404));
  if (!existsSync(web.folder)) return;
  const icon = readFileSync(new URL("favicon.svg", web.folder));
  app.get("/favicon.svg", { schema }, (_request, reply) =>
    reply.type("image/svg+xml").header("cache-control", "public, max-age=86400").send(icon),
  );
  await app.register(fastifyStatic, {
    root: fileURLToPath(new URL("assets/", web.folder)),
    prefix: "/assets/",
    decorateReply: false,
    schemaHide: true,
    index: false,
    preCompressed: true,
    // A file's name has a hash of its content.
    immutable: true,
    maxAge: "365d",
  });
}

declare module "fastify" {
  interface FastifyInstance {
    /** Answers a person at a wrong address with a page; where there are pages. */
    sendLostPage?: (reply: FastifyReply) => FastifyReply;
  }
}

/** Whether somebody came here with a browser, and not to a path of the API. */
export const isVisit = ({ method, url, headers }: FastifyRequest): boolean =>
  method === "GET" && !/^\/(api|v1)\//.test(url) && (headers.accept ?? "").includes("text/html");

function pageSender({ folder, socketSources }: Web): (reply: FastifyReply, status: number) => FastifyReply {
  const index = new URL("index.html", folder);
  if (!existsSync(index)) return sendUnbuilt;
  const text = readFileSync(index, "utf8");
  return (reply, status) => {
    const nonce = randomBytes(16).toString("base64");
    return reply
      .code(status)
      .type("text/html; charset=utf-8")
      .headers({
        // It names the newest scripts, so nobody may keep it.
        "cache-control": "no-store",
        "content-security-policy": contentPolicy(nonce, socketSources),
        "permissions-policy": permissions,
        "referrer-policy": "no-referrer",
      })
      .send(text.replaceAll("%NONCE%", nonce).replace("%THEME%", themeOf(reply.request)));
  };
}

/** What was chosen on this device, so that nothing is drawn in another theme first. */
const themeOf = ({ headers }: FastifyRequest): string =>
  /(?:^|; ?)convene_theme=(light|dark)(?:;|$)/.exec(headers.cookie ?? "")?.[1] ?? "system";

/** The nonce is for the two style elements that React Aria makes; it finds it in the document's head. */
const contentPolicy = (nonce: string, socketSources: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...socketSources].join(" ")}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const permissions = [
  ...[
    "camera",
    "microphone",
    "display-capture",
    "fullscreen",
    "autoplay",
    "screen-wake-lock",
    "speaker-selection",
  ].map((feature) => `${feature}=(self)`),
  ...["geolocation", "payment", "usb", "serial", "hid", "bluetooth", "midi"].map(
    (feature) => `${feature}=()`,
  ),
].join(", ");

function sendUnbuilt(reply: FastifyReply): FastifyReply {
  const { status, type, headers, body } = htmlAnswer(
    503,
    "This page has not been built",
    html`<p>Run <code>npm run build</code> where the server is installed, then start the server again. The API works without it.</p>`,
  );
  return reply.code(status).type(type).headers(headers).send(body);
}
