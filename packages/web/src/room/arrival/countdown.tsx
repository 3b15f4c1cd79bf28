import { useEffect, useState } from "react";
import styles from "./arrival.module.css";
import { ownZone } from "./facts.tsx";
import { text } from "./text.ts";
import { countdown, momentIn } from "./when.ts";

interface CountdownProps {
  opensAt: string;
  /** The server's time when it was asked: the clock of this device may be wrong. */
  now: string;
  onOpen: () => void;
}

/** Counts down to the room's opening, and opens it. */
export function Countdown({ opensAt, now, onOpen }: CountdownProps) {
  const left = useTimeUntil(opensAt, now);
  const isOpen = left <= 0;
  useEffect(() => {
    if (isOpen) onOpen();
  }, [isOpen, onOpen]);
  const opens = momentIn(new Date(opensAt), new Date(now), ownZone(), navigator.languages);
  return (
    <section className={styles.countdown} aria-labelledby="not-open-yet">
      <h2 id="not-open-yet">{text.states.early.title}</h2>
      <p role="timer" className={styles.left}>
        <span className={styles.quiet}>{text.states.early.opensIn}</span>
        <strong>{countdown(left)}</strong>
      </p>
      <p className={styles.quiet}>{text.states.early.advice(opens)}</p>
    </section>
  );
}

/** Milliseconds that are left, by the server's clock. */
function useTimeUntil(moment: string, now: string): number {
  const [left, setLeft] = useState(() => Date.parse(moment) - Date.parse(now));
  useEffect(() => {
    const askedAt = performance.now();
    const count = () => setLeft(Date.parse(moment) - Date.parse(now) - (performance.now() - askedAt));
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [moment, now]);
  return left;
}
