import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useDocumentTitle } from "#design/document-title.ts";
import { Looking, NotNow } from "./arrival/arrival.tsx";
import { Trouble } from "./arrival/trouble.tsx";
import { Call } from "./call/call.tsx";
import { DeviceCheck } from "./check/device-check.tsx";
import { type RoomDetails, readRoom, type Visitor } from "./entry.ts";
import { Gone } from "./gone.tsx";
import { Handover } from "./handover/handover.tsx";
import { invitationOf } from "./invitation.ts";
import { Lobby } from "./lobby/lobby.tsx";
import { RoomContext, useNewRoom, useRoomView } from "./use-room.ts";

/** Milliseconds between two looks at a session that one cannot enter now: it may be moved. */
const lookAgain = 30_000;

/** Where a session takes place: from the door, through the lobby, into the call, and out again. */
export function RoomPage({ sessionId }: { sessionId: string }) {
  const [invitation] = useState(() => invitationOf(sessionId));
  const [isInside, setInside] = useState(false);
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ["room", sessionId, invitation],
    queryFn: () => readRoom(sessionId, invitation),
    // Who is inside hears of every change from the room itself.
    refetchInterval: isInside ? false : lookAgain,
    refetchOnWindowFocus: !isInside,
  });
  useDocumentTitle(data?.title ?? "Session");
  const look = useCallback(() => void refetch(), [refetch]);
  if (!data) {
    if (!error) return <Looking />;
    return <Trouble fault={error} path={window.location.pathname} onRetry={look} />;
  }
  const mayEnter = data.entry.state === "open" && !data.you.removed;
  if (!mayEnter && !isInside) return <NotNow details={data} onOpen={look} />;
  const ahead = Date.parse(data.now) - dataUpdatedAt;
  return <Visit {...{ sessionId, invitation, ahead }} details={data} onInside={setInside} />;
}

interface VisitProps {
  sessionId: string;
  invitation: string | null;
  details: RoomDetails;
  /** By how many milliseconds the server's clock is ahead of this device's. */
  ahead: number;
  onInside: (isInside: boolean) => void;
}

function Visit({ sessionId, invitation, details, ahead, onInside }: VisitProps) {
  const visitor = useRef<Visitor>({ invitation, name: null });
  const tools = useNewRoom(sessionId, visitor);
  const now = useCallback(() => Date.now() + ahead, [ahead]);
  if (!tools) return <Looking />;
  const join = (name: string | null) => {
    visitor.current = { invitation, name };
    onInside(true);
    tools.room.enter();
  };
  return (
    <RoomContext value={{ ...tools, now }}>
      <Place details={details} onJoin={join} onReturn={() => tools.room.enter()} />
    </RoomContext>
  );
}

interface PlaceProps {
  details: RoomDetails;
  onJoin: (name: string | null) => void;
  onReturn: () => void;
}

/** Where one stands now. */
function Place({ details, onJoin, onReturn }: PlaceProps) {
  const { room } = useRoomView();
  switch (room.place) {
    case "outside":
      return room.link === "idle" ? (
        <DeviceCheck details={details} onJoin={onJoin} />
      ) : (
        <Lobby details={details} />
      );
    case "lobby":
      return <Lobby details={details} />;
    case "inside":
      return <Call details={details} />;
    case "elsewhere":
      return <Handover details={details} />;
    case "gone":
      return <Gone details={details} onReturn={onReturn} />;
  }
}
