import type { PlannedEffect } from "#effects/effect.ts";
import { days, plus } from "#kernel/clock.ts";
import type { Device } from "./devices-store.ts";
import type { Cause, Notice, Recipient } from "./notice.ts";

/** What a push says, as its effect keeps it. */
export interface Push {
  title: string;
  body: string;
  url: string | null;
  /** RFC 3339: from then on it is not worth sending. */
  until: string;
  isUrgent: boolean;
  to: Pick<Recipient, "kind" | "id">;
  /** With a reminder of a session: when that was to begin, RFC 3339. */
  startsAt?: string;
}

/** Code points of which a title and a body consist at most: with all else they fit the 3,993 bytes of Web Push. */
const longestTitle = 150;
const longestBody = 400;

/** Milliseconds for which news is worth a push; who looks later finds it in the e-mail and in the app. */
const freshFor = days(1);

/** One push of a notice for each of these devices. */
export function pushesOf(
  cause: Cause,
  notice: Notice,
  devices: readonly Device[],
  now: Date,
): PlannedEffect[] {
  const push: Push = {
    title: shorten(notice.title, longestTitle),
    body: shorten(notice.paragraphs[0] ?? "", longestBody),
    url: notice.action?.url ?? null,
    until: notice.staleAt ?? plus(now, freshFor).toISOString(),
    isUrgent: notice.isReminder,
    to: { kind: notice.to.kind, id: notice.to.id },
    ...(notice.startsAt === undefined ? {} : { startsAt: notice.startsAt }),
  };
  return devices.map(({ id, service }) => ({
    ...cause,
    channel: "push",
    kind: notice.kind,
    recipient: recipientOf(id),
    address: service,
    content: JSON.stringify(push),
    sealed: false,
  }));
}

const prefix = "device:";

/** The device as recipient of an effect, and the way back. */
const recipientOf = (deviceId: string): string => `${prefix}${deviceId}`;
export const deviceOf = (recipient: string): string => recipient.slice(prefix.length);

function shorten(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}
