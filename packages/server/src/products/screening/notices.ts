import type { FollowedEvent } from "#events/follow.ts";
import type { Reader } from "#identity/index.ts";
import { days, plus } from "#kernel/clock.ts";
import { formatMoment } from "#notifications/format.ts";
import type { Notice, Recipient } from "#notifications/notice.ts";
import type { Contact } from "./contacts/store.ts";
import { formatDate } from "./prospects/formats.ts";
import { type Reading, readingIn } from "./prospects/texts/index.ts";

/**
 * What a prospect is told because of an event of their session: that their answers came in, the decision, or that
 * there was none in time. Null for what they know themselves, and for one without an address. The organization's name
 * is all that they know it by; the notes of the review are never theirs to see. The link says no more than the status.
 */
export function prospectNotice(
  event: FollowedEvent,
  contact: Contact,
  { organizationName, statusUrl, language }: Surroundings,
): Notice | null {
  const reading = readingIn(language);
  const words = wordsFor(event, organizationName, reading);
  const to = recipientOf(contact);
  if (!words || !to) return null;
  const { link, ...rest } = words;
  return {
    ...rest,
    ...plain,
    ...{ kind: event.type, to, from: organizationName, language: reading.ours },
    action: { label: link, url: statusUrl },
    hasSecret: true,
  };
}

interface Surroundings {
  organizationName: string;
  statusUrl: string;
  /** The session's, BCP 47. */
  language: string;
}

/** `link` is what the status page is called. */
type Words = Pick<Notice, "title" | "paragraphs" | "facts"> & { link: string };

function wordsFor(event: FollowedEvent, organization: string, reading: Reading): Words | null {
  const { mail } = reading.texts;
  switch (event.type) {
    case "screening.session.completed":
      return {
        title: mail.receivedTitle(organization),
        paragraphs: [mail.received(organization)],
        facts: [],
        link: mail.receivedLink,
      };
    case "screening.session.reviewed":
      return decision(event.payload.reviewStatus === "approved", event.occurredAt, organization, reading);
    case "screening.session.expired":
      if (event.payload.status !== "completed") return null;
      return {
        title: mail.expiredTitle(organization),
        paragraphs: [mail.expired(organization)],
        facts: [],
        link: mail.expiredLink,
      };
    default:
      return null;
  }
}

function decision(isApproved: boolean, decidedAt: Date, organization: string, reading: Reading): Words {
  const { mail, status } = reading.texts;
  const [title, detail, word] = isApproved
    ? [mail.approvedTitle, status.approvedDetail, status.approved]
    : [mail.deniedTitle, status.deniedDetail, status.denied];
  return {
    title: title(organization),
    paragraphs: [detail(organization)],
    facts: [
      { label: status.decision, value: word },
      { label: mail.decided, value: formatDate(decidedAt, reading) },
    ],
    link: mail.decidedLink,
  };
}

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
