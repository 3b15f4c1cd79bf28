import { Link } from "@tanstack/react-router";
import { shortDay } from "#console/moments.ts";
import { Notice } from "#design/notice.tsx";
import styles from "./detail.module.css";
import type { QueueItem } from "./queue.ts";
import { text } from "./text.ts";

type EarlierSession = QueueItem["earlierSessions"][number];

/** That the same contact was here before, and what came of it. */
export function Earlier({ sessions }: { sessions: readonly EarlierSession[] }) {
  return (
    <Notice tone="warn" title={text.earlier(sessions.length)}>
      <ul className={styles.earlier}>
        {sessions.map((session) => (
          <li key={session.id}>
            <Link to="/review/$id" params={{ id: session.id }} search={(now) => now}>
              {text.earlierSession(shortDay(session.createdAt), outcomeOf(session))}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const outcomeOf = ({ status, reviewStatus }: EarlierSession): string =>
  reviewStatus === "pending_review" ? text.outcomes[status] : text.verdicts[reviewStatus];
