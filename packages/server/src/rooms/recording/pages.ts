import { createReadStream } from "node:fs";
import { join } from "node:path";
import { htmlAnswer, type Page, type PageAnswer, privateHeaders, type Visit, viewPage } from "#http/page.ts";
import { notFound } from "#kernel/errors.ts";
import { html } from "#kernel/html.ts";
import { formatInstant } from "#kernel/instant.ts";
import { readRange } from "./byte-range.ts";
import { folderOf, lengthOf } from "./folders.ts";
import type { RecordingLinks } from "./links.ts";
import { filePath, pagePath } from "./links.ts";
import { type Listed, listRecordings } from "./list.ts";
import { manifestName } from "./manifest.ts";
import { sourcesInWords, stateOf } from "./presenter.ts";

export interface PageParts {
  links: RecordingLinks;
  directory: string;
}

/** A player asks for a file bit by bit. */
const perMinute = 1_200;

/** What is behind the links: a room's recordings, and each of their files. */
export const recordingPages = (parts: PageParts): Page[] => [
  viewPage({ path: "/recordings/:organizationId/:roomId", perMinute }, (visit) => showRoom(parts, visit)),
  viewPage({ path: "/recordings/:organizationId/:roomId/:number/:name", perMinute }, (visit) =>
    sendFile(parts, visit),
  ),
];

const roomOf = ({ params: { organizationId = "", roomId = "" } }: Visit) => ({ organizationId, id: roomId });

/** Whoever's link is not whole, or no longer good, learns nothing but that. */
function requireLink({ links }: PageParts, path: string, { query, now }: Visit): Date {
  const endsAt = links.check(path, query, now);
  if (!endsAt) throw notFound("recording");
  return endsAt;
}

async function showRoom(parts: PageParts, visit: Visit): Promise<PageAnswer> {
  const room = roomOf(visit);
  const endsAt = requireLink(parts, pagePath(room), visit);
  const recordings = await visit.database.asTenant(room.organizationId, (tx) => listRecordings(tx, room));
  const there = recordings.filter((recording) => stateOf(recording) === "ready");
  if (there.length === 0) throw notFound("recording");
  return htmlAnswer(
    200,
    "Recordings",
    html`${there.map((recording) => {
      const link = (name: string) => parts.links.file(room, recording.number, name, endsAt);
      return html`<h2>${recording.number}. ${formatInstant(recording.startedAt)}</h2>
<ul>
${recording.files.map((file) => html`<li><a href="${link(file.name)}">${file.participant?.name ?? "Unknown"}: ${sourcesInWords(file.sources)}</a></li>\n`)}<li><a href="${link(manifestName)}">Manifest</a></li>
</ul>
`;
    })}<p class="hint">The links are good until ${formatInstant(endsAt)}.</p>`,
  );
}

async function sendFile(parts: PageParts, visit: Visit): Promise<PageAnswer> {
  const { number = "", name = "" } = visit.params;
  const room = roomOf(visit);
  requireLink(parts, filePath(room, number, name), visit);
  const recordings = await visit.database.asTenant(room.organizationId, (tx) => listRecordings(tx, room));
  const recording = recordings.find((one) => one.number === Number(number));
  if (!recording || !isIn(recording, name)) throw notFound("recording");
  const path = join(folderOf(parts.directory, recording), name);
  const length = await lengthOf(path);
  if (length === null) throw notFound("recording");
  return fileAnswer({ path, name, length, range: visit.range });
}

const isIn = (recording: Listed, name: string): boolean =>
  stateOf(recording) === "ready" &&
  (name === manifestName || recording.files.some((file) => file.name === name));

interface Sending {
  path: string;
  name: string;
  length: number;
  /** The header, as it was sent. */
  range: string | null;
}

function fileAnswer({ path, name, length, range }: Sending): PageAnswer {
  const part = readRange(range, length);
  const isManifest = name === manifestName;
  const type = isManifest ? "application/json" : "video/webm";
  const headers = {
    ...privateHeaders,
    "accept-ranges": "bytes",
    // Under its own name, which the manifest knows: what was fetched can be verified.
    "content-disposition": `${isManifest ? "attachment" : "inline"}; filename="${name}"`,
    "content-security-policy": "default-src 'none'; media-src 'self'",
    "x-content-type-options": "nosniff",
  };
  if (part === "unsatisfiable") {
    return { status: 416, type, headers: { ...headers, "content-range": `bytes */${length}` }, body: "" };
  }
  if (!part) {
    const whole = { ...headers, "content-length": String(length) };
    return { status: 200, type, headers: whole, body: createReadStream(path) };
  }
  const partial = {
    "content-range": `bytes ${part.start}-${part.end}/${length}`,
    "content-length": String(part.end - part.start + 1),
  };
  return { status: 206, type, headers: { ...headers, ...partial }, body: createReadStream(path, part) };
}
