import type { ReactNode } from "react";
import { Card } from "#design/card.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { Spinner } from "#design/spinner.tsx";
import type { RoomDetails } from "../entry.ts";
import styles from "./arrival.module.css";
import { Countdown } from "./countdown.tsx";
import { SessionFacts } from "./facts.tsx";
import { text } from "./text.ts";

/** A page with one thing to say or to do, in the middle. */
export function ArrivalPage({ details, children }: { details: RoomDetails | null; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <Card>
        {details && <SessionFacts details={details} />}
        {children}
      </Card>
    </main>
  );
}

export function Looking() {
  return (
    <main className={styles.page}>
      <Spinner label={text.loading} />
    </main>
  );
}

/** Somebody who may not come in (yet): why, and what they can do. */
export function NotNow({ details, onOpen }: { details: RoomDetails; onOpen: () => void }) {
  const { entry, you } = details;
  if (you.removed) return <Closed details={details} state="removed" />;
  if (entry.state === "early") {
    return (
      <ArrivalPage details={details}>
        <Countdown opensAt={entry.opensAt} now={details.now} onOpen={onOpen} />
      </ArrivalPage>
    );
  }
  return <Closed details={details} state={entry.state === "canceled" ? "canceled" : "over"} />;
}

interface ClosedProps {
  details: RoomDetails;
  state: "over" | "canceled" | "removed";
}

function Closed({ details, state }: ClosedProps) {
  const { title, advice } = text.states[state];
  return (
    <ArrivalPage details={details}>
      <EmptyState icon={state === "removed" ? "warning" : "calendar"} title={title}>
        <p>{advice}</p>
      </EmptyState>
    </ArrivalPage>
  );
}
