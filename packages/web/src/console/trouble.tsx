import { Problem, Unreachable } from "@convene/sdk";
import { useLocation } from "@tanstack/react-router";
import { Button } from "#design/button.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { GoButton } from "./go-button.tsx";
import { text as all } from "./text.ts";

const text = all.trouble;

interface TroubleProps {
  /** What a query failed with. */
  fault: unknown;
  /** Asks again. */
  onAgain: () => void;
}

/** In place of what could not be shown: why, and what can be done. */
export function Trouble({ fault, onAgain }: TroubleProps) {
  const { href } = useLocation();
  const status = fault instanceof Problem ? fault.status : 0;
  if (status === 401) {
    return (
      <EmptyState icon="person" title={text.signedOut}>
        <p>{text.signedOutDetail}</p>
        <GoButton to="/sign-in" search={{ to: href }} look="primary">
          {text.signIn}
        </GoButton>
      </EmptyState>
    );
  }
  const [title, detail] = sayOf(fault, status);
  const mayHelp = status !== 404 && status !== 403;
  return (
    <EmptyState icon={mayHelp ? "warning" : "info"} title={title}>
      <p>{detail}</p>
      {status >= 500 && fault instanceof Problem && fault.requestId && (
        <p>
          <small>{text.request(fault.requestId)}</small>
        </p>
      )}
      {mayHelp && <Button onPress={onAgain}>{text.again}</Button>}
    </EmptyState>
  );
}

function sayOf(fault: unknown, status: number): [title: string, detail: string] {
  if (fault instanceof Unreachable) return [text.unreachable, text.unreachableDetail];
  if (status === 404) return [text.missing, text.missingDetail];
  if (status === 403) return [text.refused, text.refusedDetail];
  if (status === 429) return [text.busy, text.busyDetail];
  return [text.failed, text.failedDetail];
}
