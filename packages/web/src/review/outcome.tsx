import { useRef } from "react";
import { shortDay } from "#console/moments.ts";
import { Card } from "#design/card.tsx";
import { Notice } from "#design/notice.tsx";
import { TextArea } from "#design/text-area.tsx";
import styles from "./detail.module.css";
import { ago } from "./moments.ts";
import type { QueueItem } from "./queue.ts";
import { text as all } from "./text.ts";

const text = all.outcome;

interface OutcomeProps {
  item: QueueItem;
  ownId: string;
  /** One tried to decide, and somebody else had done so. */
  isTooLate: boolean;
  /** Notes that one has written and nobody stored. */
  draft: string;
}

/** Why there is nothing to decide any more, or not yet: who decided, or how the session ended. */
export function Outcome({ item, ownId, isTooLate, draft }: OutcomeProps) {
  const waiting = useRef<string>(undefined);
  if (item.state === "waiting") {
    waiting.current = item.id;
    return null;
  }
  if (item.erasedAt !== null) {
    return (
      <Notice tone="warn" title={text.erased(shortDay(item.erasedAt))}>
        <p>{text.erasedDetail}</p>
      </Notice>
    );
  }
  // It changed before one's eyes: said at once.
  const isNews = waiting.current === item.id;
  if (item.state !== "approved" && item.state !== "denied") {
    return (
      <Notice tone={item.state === "active" ? "info" : "warn"} isNews={isNews}>
        <p>{text[item.state]}</p>
      </Notice>
    );
  }
  return (
    <>
      <Notice
        tone={item.state === "approved" ? "good" : "info"}
        title={`${decisionOf(item, item.state, ownId)}.`}
        isNews={isNews}
      >
        <p>{isTooLate && item.reviewedBy?.id !== ownId ? `${text.tooLate} ${text.final}` : text.final}</p>
      </Notice>
      <Card>
        <h3>{text.notes}</h3>
        <p className={item.reviewNotes ? styles.prose : styles.quiet}>{item.reviewNotes || text.noNotes}</p>
      </Card>
      {draft.trim() !== "" && item.reviewedBy?.id !== ownId && (
        <Card>
          <TextArea label={text.unsaved} hint={text.unsavedHint} value={draft} isReadOnly />
        </Card>
      )}
    </>
  );
}

function decisionOf(
  { reviewedAt, reviewedBy }: QueueItem,
  state: "approved" | "denied",
  ownId: string,
): string {
  const when = reviewedAt ? ago(reviewedAt) : "";
  if (reviewedBy === null) return text.byNobody[state](when);
  const who = reviewedBy.id === ownId ? all.you : (reviewedBy.name ?? all.aKey);
  return text[state](who, when);
}
