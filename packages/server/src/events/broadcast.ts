import type { StreamEvent } from "#kernel/event-stream.ts";
import type { Announcement } from "./announce.ts";
import type { StoredEvent } from "./subscriber.ts";

/** What the readers of one topic of the organization are told. */
export interface Broadcast extends Omit<StreamEvent, "id"> {
  /** What a stream is about, such as `mentorship:<id>`. */
  topic: string;
}

/** Names who is told of a stored event, and what. Pure: an event is told alike to all readers of a topic. */
export type Broadcaster = (event: StoredEvent) => Broadcast[];

/** The same for what is never stored. */
export type Announcer = (announcement: Announcement) => Broadcast[];
