import { createHash } from "node:crypto";
import { type Page, type PageAnswer, privateHeaders, viewPage } from "#http/page.ts";
import { notFound } from "#kernel/errors.ts";
import type { Agenda } from "#notifications/agenda.ts";
import { renderCalendar } from "#notifications/calendar.ts";
import { readFeed } from "./operations/read-feed.ts";

export interface FeedParts {
  agendas: readonly Agenda[];
  /** The address that invitations come from. */
  mailFrom: string;
}

/** The feed itself, which calendar programs read by its secret URL. */
export const feedPages = ({ agendas, mailFrom }: FeedParts): Page[] => [
  viewPage({ path: "/calendar/:file", perMinute: 300 }, async ({ database, now, params, ifNoneMatch }) => {
    const token = /^([\w-]{43})\.ics$/.exec(params.file ?? "")?.[1];
    const entries = token ? await readFeed({ database, agendas }, token, now) : null;
    if (!entries) throw notFound("calendar");
    const text = renderCalendar("PUBLISH", entries, { organizer: mailFrom, name: "Convene" });
    return calendarAnswer(withRefresh(text), ifNoneMatch);
  }),
];

/**
 * When a program does well to read it again, by the standard (RFC 7986, 5.7) and by the custom that came before it.
 * They belong before all components, where the library does not put them.
 */
const withRefresh = (text: string): string =>
  text.replace("\r\nMETHOD:", "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\nMETHOD:");

function calendarAnswer(body: string, ifNoneMatch: string | null): PageAnswer {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  // Kept by its reader alone, who asks each time whether it is still good.
  const headers = { ...privateHeaders, "cache-control": "private, no-cache", etag };
  const type = "text/calendar; charset=utf-8";
  return matches(ifNoneMatch, etag)
    ? { status: 304, type, headers, body: "" }
    : { status: 200, type, headers, body };
}

/** RFC 9110, 13.1.2: weak comparison with any of the tags that the caller has. */
const matches = (ifNoneMatch: string | null, etag: string): boolean =>
  (ifNoneMatch ?? "").split(",").some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === etag);
