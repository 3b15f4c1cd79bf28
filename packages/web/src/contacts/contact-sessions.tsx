import type { components } from "@convene/sdk";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { shortMoment } from "#console/moments.ts";
import { Pages } from "#console/pages.tsx";
import { Trouble } from "#console/trouble.tsx";
import { useCounts } from "#console/waiting.ts";
import { Badge } from "#design/badge.tsx";
import { Card } from "#design/card.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import styles from "./contacts.module.css";
import { useContactSessions } from "./queries.ts";
import { text as all } from "./text.ts";

type Session = components["schemas"]["ScreeningSession"];

const text = all.contact;

/** What a contact answered, and what became of it; the newest first. */
export function ContactSessions({ contactId }: { contactId: string }) {
  const [page, setPage] = useState(1);
  const sessions = useContactSessions(contactId, page);
  const templates = useCounts().data?.data ?? [];
  const templateName = (id: string) => templates.find((one) => one.workflowTemplateId === id)?.name ?? "";
  return (
    <Card>
      <h2>{text.sessions}</h2>
      {sessions.isPending && <Spinner label={frameText.loading} />}
      {sessions.isError && <Trouble fault={sessions.error} onAgain={() => void sessions.refetch()} />}
      {sessions.data?.pagination.total === 0 && <p className={styles.quiet}>{text.noSessions}</p>}
      {sessions.data && (
        <ul className={styles.sessions}>
          {sessions.data.data.map((session) => (
            <Row key={session.id} session={session} template={templateName(session.workflowTemplateId)} />
          ))}
        </ul>
      )}
      {sessions.data && (
        <Pages page={page} totalPages={sessions.data.pagination.totalPages} onChange={setPage} />
      )}
    </Card>
  );
}

function Row({ session, template }: { session: Session; template: string }) {
  const { createdAt, reviewedAt } = session;
  const state = stateOf(session);
  return (
    <li className={styles.session}>
      <div>
        <Link to="/review/$id" params={{ id: session.id }} className={styles.what}>
          {template}
        </Link>
        <p className={styles.quiet}>
          {text.begun(shortMoment(createdAt))}
          {reviewedAt && ` · ${text.reviewed(shortMoment(reviewedAt))}`}
        </p>
      </div>
      <Badge tone={tones[state]}>{text.states[state]}</Badge>
    </li>
  );
}

type State = keyof typeof text.states;

const tones: Record<State, "plain" | "good" | "bad" | "warn" | "act"> = {
  ...{ active: "plain", completed: "plain", expired: "plain" },
  ...{ pending_review: "act", approved: "good", denied: "bad" },
} as const;

/** The decision where there is one; else whether one can still be made. */
function stateOf({ status, reviewStatus }: Session): State {
  if (reviewStatus !== "pending_review") return reviewStatus;
  return status === "completed" ? "pending_review" : status;
}
