import { fromNow } from "#console/moments.ts";
import type { QueueItem } from "./queue.ts";
import { text } from "./text.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** How long before a session expires it is marked in the list. */
const soon = 3 * day;

export const expiresSoon = ({ expiresAt }: Pick<QueueItem, "expiresAt">): boolean =>
  new Date(expiresAt).getTime() - Date.now() < soon;

/** How long ago something was, within a sentence. */
export const ago = (moment: string): string =>
  Date.now() - new Date(moment).getTime() < minute ? text.aMomentAgo : fromNow(moment);
