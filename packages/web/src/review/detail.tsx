import { useEffect, useRef, useState } from "react";
import { useMember } from "#console/member.ts";
import { Trouble } from "#console/trouble.tsx";
import { Card } from "#design/card.tsx";
import { Spinner } from "#design/spinner.tsx";
import { text as frameText } from "../text.ts";
import { Answers } from "./answers.tsx";
import { Decision } from "./decision.tsx";
import styles from "./detail.module.css";
import { Earlier } from "./earlier.tsx";
import { Facts } from "./facts.tsx";
import type { Go } from "./go.ts";
import { Head } from "./head.tsx";
import { useKeys } from "./keys.ts";
import { useNeighbours } from "./neighbours.ts";
import { Outcome } from "./outcome.tsx";
import { type Queue, useQueueItem } from "./queue.ts";
import { areStorable, type Verdict } from "./verdict.ts";

interface DetailProps {
  id: string;
  queue: Queue;
  /** Notes that are not stored yet. */
  draft: string;
  onDraft: (notes: string) => void;
  keys: { areOn: boolean; onHelp: () => void };
  onGo: Go;
}

/** One session: who it is, what they answered, and the decision. */
export function Detail({ id, queue, draft, onDraft, keys, onGo }: DetailProps) {
  const { person } = useMember();
  const found = useQueueItem(
    id,
    queue.items.find((item) => item.id === id),
  );
  const item = found.data;
  const { previous, next } = useNeighbours(queue, id);
  const [asked, setAsked] = useState<{ id: string; verdict: Verdict } | null>(null);
  const [lateIds, setLateIds] = useState<readonly string[]>([]);
  const { heading, move } = useMove(id, onGo);
  const isOpen = item?.state === "waiting";
  const ask = (verdict: Verdict | null) => setAsked(verdict && { id, verdict });
  // A question about a session is over with it, whoever decided: it must not be put about the next one.
  const question = isOpen && asked?.id === id ? asked.verdict : null;
  const mayDecide = isOpen && areStorable(draft);
  useKeys(keys.areOn && question === null, {
    ...(next !== undefined && { j: () => move(next) }),
    ...(previous !== undefined && { k: () => move(previous) }),
    ...(mayDecide && { a: () => ask("approved"), d: () => ask("denied") }),
    "?": keys.onHelp,
  });

  if (!item) {
    if (found.isError) return <Trouble fault={found.error} onAgain={() => void found.refetch()} />;
    return <Spinner label={frameText.loading} />;
  }
  return (
    <article className={styles.detail} aria-labelledby="session">
      <Head item={item} headingRef={heading} previous={previous} next={next} onMove={move} />
      <Outcome item={item} ownId={person.id} isTooLate={lateIds.includes(id)} draft={draft} />
      {item.earlierSessions.length > 0 && <Earlier sessions={item.earlierSessions} />}
      <Card>
        <Answers answers={item.answers} />
      </Card>
      <Card>
        <Facts item={item} />
      </Card>
      {isOpen && (
        <Decision
          key={id}
          item={item}
          notes={draft}
          onNotes={onDraft}
          asked={question}
          onAsk={ask}
          next={next ?? previous}
          onMove={move}
          onTooLate={() => setLateIds([...lateIds, id])}
        />
      )}
    </article>
  );
}

/** Going on takes the focus along, to the heading of the session that is shown then. */
function useMove(id: string, onGo: Go) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (isMoving.current && id !== "") heading.current?.focus();
    isMoving.current = false;
  }, [id]);
  const move = (to: string | undefined) => {
    isMoving.current = true;
    onGo(to, { isReplacing: true });
  };
  return { heading, move };
}
