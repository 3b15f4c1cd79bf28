import { Problem, Unreachable } from "@convene/sdk";
import { Button } from "#design/button.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { LinkButton } from "#design/link-button.tsx";
import { ArrivalPage } from "./arrival.tsx";
import { text } from "./text.ts";

interface TroubleProps {
  fault: unknown;
  /** The page's own path, to come back to after signing in. */
  path: string;
  onRetry: () => void;
}

/** The session could not be read: why, and what can be done. */
export function Trouble({ fault, path, onRetry }: TroubleProps) {
  const kind = kindOf(fault);
  const { title, advice } = text.problems[kind];
  const signsIn = kind === "unauthenticated" || kind === "forbidden";
  const isWorthRetrying = ["unreachable", "unknown", "too_many_requests"].includes(kind);
  return (
    <ArrivalPage details={null}>
      <EmptyState icon={signsIn ? "person" : "warning"} title={title} level={1}>
        {kind === "forbidden" && <p>{text.reason((fault as Problem).message)}</p>}
        <p>{advice}</p>
        {signsIn && (
          <LinkButton look="primary" href={`/sign-in?to=${encodeURIComponent(path)}`}>
            {kind === "forbidden" ? text.signInAsOther : text.signIn}
          </LinkButton>
        )}
        {isWorthRetrying && <Button onPress={onRetry}>{text.tryAgain}</Button>}
      </EmptyState>
    </ArrivalPage>
  );
}

type Kind = keyof typeof text.problems;

function kindOf(fault: unknown): Kind {
  if (fault instanceof Unreachable) return "unreachable";
  if (!(fault instanceof Problem)) return "unknown";
  return Object.hasOwn(text.problems, fault.code) ? (fault.code as Kind) : "unknown";
}
