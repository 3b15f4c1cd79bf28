import { createHmac } from "node:crypto";
import { minutes } from "#kernel/clock.ts";
import { isSameSecret } from "#kernel/same-secret.ts";
import type { Occurrence } from "#rooms/occurrence.ts";
import type { Notification, Notified } from "#rooms/provider-port.ts";
import { membersOf } from "./answers.ts";

/** A notification is no older than this, and from no further ahead. */
const tolerance = minutes(5);

/**
 * Reads a notification of Zoom's, https://developers.zoom.us/docs/api/webhooks/: null unless it is signed with the
 * app's secret token over time and bytes, just now. `endpoint.url_validation` is answered with the proof that we know
 * the secret.
 */
export function readZoomNotification(
  { headers, body, now }: Notification,
  secret: string | null,
): Notified | null {
  const timestamp = headers["x-zm-request-timestamp"] ?? "";
  const signature = headers["x-zm-signature"] ?? "";
  if (secret === null || !/^\d{1,15}$/.test(timestamp)) return null;
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > tolerance) return null;
  if (!isSameSecret(signature, signZoom(secret, timestamp, body))) return null;
  const { event, event_ts: sentAt, payload } = membersOf(parse(body));
  const { plainToken, object } = membersOf(payload);
  if (event === "endpoint.url_validation" && typeof plainToken === "string") {
    return { happened: [], answer: { plainToken, encryptedToken: hmac(secret, plainToken) } };
  }
  const meeting = membersOf(object);
  const reference = String(meeting.id ?? "");
  const fallback = typeof sentAt === "number" ? new Date(sentAt) : now;
  const occurrences = reference === "" ? [] : occurrencesOf(String(event), meeting, fallback);
  return { happened: occurrences.map((occurrence) => ({ reference, occurrence })) };
}

/** As the header has it: `v0=` and the HMAC-SHA-256 of `v0:time:body`, hexadecimal. */
export const signZoom = (secret: string, timestamp: string, body: Buffer): string =>
  `v0=${hmac(secret, Buffer.concat([Buffer.from(`v0:${timestamp}:`), body]))}`;

const hmac = (secret: string, data: string | Buffer): string =>
  createHmac("sha256", secret).update(data).digest("hex");

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

function occurrencesOf(event: string, meeting: Record<string, unknown>, fallback: Date): Occurrence[] {
  const person = membersOf(meeting.participant);
  const connectionId = connectionOf(person, meeting);
  switch (event) {
    case "meeting.started":
      return [{ kind: "began", at: instant(meeting.start_time, fallback) }];
    // Also when the host leaves who was alone there: the same meeting can be started again.
    case "meeting.ended":
      return [{ kind: "emptied", at: instant(meeting.end_time, fallback) }];
    case "meeting.participant_joined": {
      const participant = { key: keyOf(person, connectionId), name: nameOf(person) };
      const at = instant(person.join_time, fallback);
      // Nobody is in a meeting before its host: who is there, is there because it runs.
      return [
        { kind: "joined", at, connectionId, participant },
        { kind: "began", at },
      ];
    }
    case "meeting.participant_left":
      return [{ kind: "left", at: instant(person.leave_time, fallback), connectionId }];
    default:
      return [];
  }
}

/**
 * Each coming has a participant_uuid of its own. It is absent for some telephones and rooms: then the number that the
 * person has within this run of the meeting stands in, with the run, because numbers start anew with the next one.
 */
function connectionOf(person: Record<string, unknown>, meeting: Record<string, unknown>): string {
  const { participant_uuid: uuid, user_id: number } = person;
  const id = typeof uuid === "string" && uuid !== "" ? uuid : `${meeting.uuid} ${number}`;
  return id.slice(0, 200);
}

/** An account where somebody is signed in to Zoom: the same when they come again. Everybody else is told by their coming. */
function keyOf(
  { id, registrant_id: registrant, customer_key: ours }: Record<string, unknown>,
  coming: string,
): string {
  const known = [ours, id, registrant].find((value) => typeof value === "string" && value !== "");
  return String(known ?? coming).slice(0, 150);
}

const nameOf = ({ user_name: name }: Record<string, unknown>): string =>
  (typeof name === "string" && name.trim().slice(0, 200)) || "Somebody";

/** RFC 3339, as Zoom writes it. */
function instant(text: unknown, fallback: Date): Date {
  const parsed = typeof text === "string" ? new Date(text) : fallback;
  return Number.isNaN(parsed.getTime()) ? fallback : parsed;
}
