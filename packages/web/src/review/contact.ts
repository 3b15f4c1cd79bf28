import type { QueueItem } from "./queue.ts";
import { text } from "./text.ts";

/** What somebody is called here: their name, or whatever else is known of them. */
export const nameOf = ({ contact: { name, email, phone } }: Pick<QueueItem, "contact">): string =>
  name ?? email ?? phone ?? text.unnamed;
