import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import type { Notice } from "#notifications/notice.ts";

/** A mentorship and all that is said of it. */
export interface Pair {
  mentorshipId: string;
  coach: Reader;
  teacher: Reader;
  /** The organization's name. */
  organization: string;
  publicUrl: string;
}

/** What coach and teacher are told of an event of their mentorship. Nothing while it is pending: nothing begins yet. */
export function pairNotices(pair: Pair, event: FollowedEvent): Notice[] {
  if (event.type !== "mentorship.created" && event.type !== "mentorship.status_changed") return [];
  const words = wordsOf[event.payload.status];
  if (!words) return [];
  const { coach, teacher } = pair;
  return [
    noticeFor(pair, event, words, { reader: coach, other: teacher, otherSeat: "teacher" }),
    noticeFor(pair, event, words, { reader: teacher, other: coach, otherSeat: "coach" }),
  ];
}

interface Words {
  /** What follows "Your mentorship with …" in the title. */
  now: string;
  paragraph: string;
}

const wordsOf: Readonly<Record<string, Words>> = {
  active: { now: "is active", paragraph: "Sessions can be scheduled from now on." },
  paused: {
    now: "is paused",
    paragraph: "No further sessions are scheduled for now; those that are scheduled already stay.",
  },
  ended: {
    now: "has ended",
    paragraph: "No further sessions are scheduled; those that are scheduled already stay.",
  },
};

interface View {
  reader: Reader;
  other: Reader;
  otherSeat: "coach" | "teacher";
}

function noticeFor(
  { mentorshipId, organization, publicUrl }: Pair,
  event: FollowedEvent,
  { now, paragraph }: Words,
  { reader, other, otherSeat }: View,
): Notice {
  return {
    kind: event.type,
    to: { kind: "person", id: reader.id, email: reader.email, name: reader.name },
    title: `Your mentorship with ${other.name} ${now}`,
    paragraphs: [`${other.name} is your ${otherSeat}.`, paragraph],
    facts: [],
    action: { label: "Open the mentorship", url: `${publicUrl}/mentorships/${mentorshipId}` },
    calendar: null,
    replyTo: { name: other.name, email: other.email },
    from: organization,
    isReminder: false,
    withPush: true,
  };
}
