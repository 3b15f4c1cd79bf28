import { Link } from "@tanstack/react-router";
import type { Ref } from "react";
import { fromNow } from "#console/moments.ts";
import { Badge } from "#design/badge.tsx";
import { Icon } from "#design/icon.tsx";
import { IconButton } from "#design/icon-button.tsx";
import { useIsNarrow } from "#design/use-narrow.ts";
import { nameOf } from "./contact.ts";
import styles from "./detail.module.css";
import { expiresSoon } from "./moments.ts";
import type { QueueItem, QueueState } from "./queue.ts";
import { text } from "./text.ts";

interface HeadProps {
  item: QueueItem;
  headingRef: Ref<HTMLHeadingElement>;
  previous: string | undefined;
  next: string | undefined;
  onMove: (id: string) => void;
}

const tones = {
  waiting: "act",
  approved: "good",
  denied: "bad",
  active: "plain",
  expired: "warn",
  disqualified: "warn",
} as const satisfies Record<QueueState, string>;

/** Who it is and how it stands, with the ways to the sessions beside it. */
export function Head({ item, headingRef, previous, next, onMove }: HeadProps) {
  const isNarrow = useIsNarrow();
  return (
    <div className={styles.head}>
      {isNarrow && (
        <Link to="/review" search={(now) => now} className={styles.back}>
          <Icon name="back" />
          {text.back}
        </Link>
      )}
      <div className={styles.who}>
        <h2 id="session" ref={headingRef} tabIndex={-1}>
          {nameOf(item)}
        </h2>
        <Badge tone={tones[item.state]}>{text.states[item.state]}</Badge>
        {item.state === "waiting" && expiresSoon(item) && (
          <Badge tone="warn">{text.expires(fromNow(item.expiresAt))}</Badge>
        )}
      </div>
      <div className={styles.ways}>
        <IconButton
          icon="up"
          label={text.previous}
          isDisabled={previous === undefined}
          onPress={() => previous !== undefined && onMove(previous)}
        />
        <IconButton
          icon="down"
          label={text.next}
          isDisabled={next === undefined}
          onPress={() => next !== undefined && onMove(next)}
        />
      </div>
    </div>
  );
}
