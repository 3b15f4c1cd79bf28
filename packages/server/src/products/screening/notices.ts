import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import { days, plus } from "#kernel/clock.ts";
import { formatMoment } from "#notifications/format.ts";
import type { Notice, Recipient } from "#notifications/notice.ts";
import type { Contact } from "./contact-store.ts";

/**
 * What a prospect is told because of an event of their session: that their answers came in, the decision, or that
 * there was none in time. Null for what they know themselves, and for one without an address. The organization's name
 * is all that they know it by; the notes of the review are never theirs to see. The link says no more than the status.
 */
export function prospectNotice(
  event: FollowedEvent,
  contact: Contact,
  organizationName: string,
  statusUrl: string,
): Notice | null {
  const words = wordsFor(event, organizationName);
  const to = recipientOf(contact);
  if (!words || !to) return null;
  const { link, ...rest } = words;
  const action = { label: link, url: statusUrl };
  return { ...rest, ...plain, kind: event.type, to, action, hasSecret: true, from: organizationName };
}

/** `link` is what the status page is called. */
type Words = Pick<Notice, "title" | "paragraphs" | "facts"> & { link: string };

function wordsFor(event: FollowedEvent, organization: string): Words | null {
  switch (event.type) {
    case "screening.session.completed":
      return {
        title: `${organization} has received your answers`,
        paragraphs: [
          `${organization} has received your answers and will review them. You will be told the decision by e-mail.`,
        ],
        facts: [],
        link: "See what becomes of your answers",
      };
    case "screening.session.reviewed":
      return decision(event.payload.reviewStatus === "approved", event.occurredAt, organization);
    case "screening.session.expired":
      if (event.payload.status !== "completed") return null;
      return {
        title: `${organization}: your answers have expired`,
        paragraphs: [
          `${organization} has made no decision on your answers in time, and they are no longer under review. If you are still interested, answer the questions once more.`,
        ],
        facts: [],
        link: "See what became of your answers",
      };
    default:
      return null;
  }
}

const decision = (isApproved: boolean, decidedAt: Date, organization: string): Words => ({
  title: `${organization}: your application was ${isApproved ? "approved" : "denied"}`,
  paragraphs: [
    isApproved
      ? `${organization} has reviewed your answers and approved your application.`
      : `${organization} has reviewed your answers and denied your application.`,
  ],
  facts: [
    { label: "Decision", value: isApproved ? "Approved" : "Denied" },
    { label: "Decided", value: formatMoment(decidedAt, "UTC") },
  ],
  link: "See the decision",
});

const recipientOf = ({ id, email, name }: Contact): Recipient | null =>
  email === null ? null : { kind: "contact", id, email, name };

/** Sessions that wait for a review and are about to expire. */
export interface Waiting {
  many: number;
  firstExpiresAt: Date;
}

/** What those who oversee reviews are told once a day, while sessions are about to expire unreviewed. */
export function reviewersNotice(
  { many, firstExpiresAt }: Waiting,
  organizationName: string,
  reader: Reader,
  now: Date,
): Notice {
  const sessions = many === 1 ? "1 screening session waits" : `${many} screening sessions wait`;
  return {
    ...plain,
    kind: "screening.reviews_due",
    to: { kind: "person", id: reader.id, email: reader.email, name: reader.name },
    title: `${sessions} for a review (${organizationName})`,
    paragraphs: [
      `${sessions} for a review and will expire within three days. What has expired can no longer be approved or denied.`,
    ],
    facts: [
      { label: "Waiting", value: String(many) },
      { label: "The first expires", value: formatMoment(firstExpiresAt, reader.timeZone ?? "UTC") },
    ],
    from: organizationName,
    isReminder: true,
    // By then the next one is due.
    staleAt: plus(now, days(1)).toISOString(),
  };
}

/** What no notice of screening has. Nobody's address to answer to is in it: it would be one of a stranger's. */
const plain = { action: null, calendar: null, replyTo: null, isReminder: false, withPush: false } as const;
