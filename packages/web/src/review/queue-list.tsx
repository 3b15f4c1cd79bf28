import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { fromNow } from "#console/moments.ts";
import { Badge } from "#design/badge.tsx";
import { Button } from "#design/button.tsx";
import { nameOf } from "./contact.ts";
import { expiresSoon } from "./moments.ts";
import type { Queue, QueueItem } from "./queue.ts";
import styles from "./queue-list.module.css";
import type { ReviewSearch } from "./search.ts";
import { text } from "./text.ts";

interface QueueListProps {
  queue: Queue;
  search: ReviewSearch;
  chosenId: string | undefined;
}

/** The sessions in their order; the arrow keys lead from one to the next. */
export function QueueList({ queue, search, chosenId }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosenId !== undefined)
      list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [chosenId]);
  return (
    <nav aria-label={text.list} className={styles.list}>
      <ul ref={list} onKeyDown={moveFocus} aria-busy={queue.isPlaceholderData}>
        {queue.items.map((item) => (
          <li key={item.id}>
            <Link
              to="/review/$id"
              params={{ id: item.id }}
              search={search}
              className={styles.entry}
              aria-current={item.id === chosenId ? "true" : undefined}
            >
              <Entry item={item} isTemplateShown={search.template === undefined} />
            </Link>
          </li>
        ))}
      </ul>
      {queue.hasNextPage && (
        <Button isWide isPending={queue.isFetchingNextPage} onPress={() => void queue.fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </nav>
  );
}

function Entry({ item, isTemplateShown }: { item: QueueItem; isTemplateShown: boolean }) {
  return (
    <>
      <span className={styles.name}>{nameOf(item)}</span>
      {isTemplateShown && <span className={styles.quiet}>{item.templateName}</span>}
      <span className={styles.quiet}>{sinceWhen(item)}</span>
      {item.state === "waiting" && expiresSoon(item) && (
        <Badge tone="warn">{text.expires(fromNow(item.expiresAt))}</Badge>
      )}
    </>
  );
}

function sinceWhen({ state, reviewedAt, waitingSince, createdAt }: QueueItem): string {
  if (reviewedAt) return text.decided(fromNow(reviewedAt));
  if (state === "waiting" && waitingSince) return text.waitsSince(fromNow(waitingSince));
  return text.began(fromNow(createdAt));
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const links = [...event.currentTarget.querySelectorAll("a")];
  const next = links[links.findIndex((link) => link.matches(":focus")) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.click();
}
