import type { Reader } from "#identity/index.ts";
import { formatMinutes } from "#notifications/format.ts";
import type { Notice } from "#notifications/notice.ts";
import { caseFacts, minutesOf, whenFacts } from "./details.ts";
import type { Session } from "./store.ts";

/** What is waiting for our staff to decide on. */
export interface Waiting {
  type: "depositions.session.requested" | "depositions.session.cancelation_requested";
  session: Session;
  organizationName: string;
}

/** What our staff are told of something that they have to decide on. */
export function staffNotice({ type, session, organizationName }: Waiting, reader: Reader): Notice {
  const { title, id, preferredManager } = session;
  const [headline, asks] =
    type === "depositions.session.requested"
      ? ["Session asked for", `asks for the session “${title}”. Confirm or decline it.`]
      : ["Cancelation asked for", `asks to cancel the session “${title}”. Cancel it, or decline.`];
  return {
    kind: type,
    to: { kind: "person", id: reader.id, email: reader.email, name: reader.name },
    title: `${headline}: ${title} (${organizationName})`,
    paragraphs: [`${organizationName} ${asks}`],
    facts: [
      { label: "Organization", value: organizationName },
      { label: "Request", value: String(id) },
      ...whenFacts(session, session.startsAt, reader.timeZone),
      { label: "Duration", value: formatMinutes(minutesOf(session)) },
      ...caseFacts(session),
      ...(preferredManager ? [{ label: "Preferred manager", value: preferredManager }] : []),
    ],
    action: null,
    calendar: null,
    replyTo: null,
    from: null,
    isReminder: false,
    withPush: false,
  };
}
