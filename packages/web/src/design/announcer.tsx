import { useSyncExternalStore } from "react";
import styles from "./announcer.module.css";
import { Icon } from "./icon.tsx";

interface Announcement {
  id: number;
  text: string;
  tone: "info" | "bad";
  /** For screen readers alone: others see it anyway. */
  isHidden: boolean;
}

/** Milliseconds that an announcement stays. */
const stay = 7_000;

let announcements: readonly Announcement[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function change(next: readonly Announcement[]): void {
  announcements = next;
  for (const listener of listeners) listener();
}

/** Says something that happened: shown for some seconds, and said by screen readers; what is `bad` at once. */
export function announce(text: string, options: { tone?: "info" | "bad"; isHidden?: boolean } = {}): void {
  const { tone = "info", isHidden = false } = options;
  lastId += 1;
  const id = lastId;
  // The newest three: who was away reads no heap of old news.
  change([...announcements.slice(-2), { id, text, tone, isHidden }]);
  setTimeout(() => change(announcements.filter((one) => one.id !== id)), stay);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Where announcements appear; once in the page, and there from the beginning, or screen readers miss the first. */
export function Announcer() {
  const current = useSyncExternalStore(subscribe, () => announcements);
  const region = (tone: Announcement["tone"]) =>
    current
      .filter((one) => one.tone === tone)
      .map(({ id, text, isHidden }) => (
        <p key={id} className={isHidden ? styles.hidden : styles.toast} data-tone={tone}>
          {tone === "bad" && <Icon name="warning" />}
          {text}
        </p>
      ));
  return (
    <div className={styles.announcer}>
      <div role="status" aria-live="polite">
        {region("info")}
      </div>
      <div role="alert">{region("bad")}</div>
    </div>
  );
}
