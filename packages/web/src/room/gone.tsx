import { Button } from "#design/button.tsx";
import { EmptyState } from "#design/empty-state.tsx";
import { ArrivalPage } from "./arrival/arrival.tsx";
import { text } from "./arrival/text.ts";
import type { Farewell } from "./client/messages.ts";
import type { RoomDetails } from "./entry.ts";
import { useRoomView } from "./use-room.ts";
import { useViewHeading } from "./view-heading.ts";

interface GoneProps {
  details: RoomDetails;
  /** Comes in again. */
  onReturn: () => void;
}

/** After these one may come in again at once. */
const reopen: ReadonlySet<Farewell> = new Set(["left", "refused", "replaced", "full"]);

/** One was in the room, or at its door, and is no longer: why, and whether one can come back. */
export function Gone({ details, onReturn }: GoneProps) {
  const { farewell, refusal } = useRoomView().room;
  const heading = useViewHeading();
  const { title, advice } = refusal
    ? { title: titleOf(refusal.code), advice: refusal.message }
    : text.farewells[
        farewell === null || farewell === "ticket" || farewell === "restart" ? "invalid" : farewell
      ];
  return (
    <ArrivalPage details={details}>
      <EmptyState icon={farewell === "left" ? "leave" : "info"} title={title} headingRef={heading}>
        <p>{advice}</p>
      </EmptyState>
      {farewell !== null && reopen.has(farewell) && (
        <Button look="primary" isWide onPress={onReturn}>
          {text.comeAgain}
        </Button>
      )}
      {(farewell === "invalid" || refusal) && (
        <Button isWide onPress={() => window.location.reload()}>
          {text.reload}
        </Button>
      )}
    </ArrivalPage>
  );
}

function titleOf(code: string): string {
  return Object.hasOwn(text.refusals, code)
    ? text.refusals[code as keyof typeof text.refusals]
    : text.problems.unknown.title;
}
