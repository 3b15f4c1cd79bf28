import { useParams } from "@tanstack/react-router";
import { RoomPage } from "#room/index.tsx";

/** `/sessions/:id`, and `/sessions/:id/zoom_meeting` where it takes place on Zoom: where a session is joined. */
export function SessionPage() {
  const { id } = useParams({ strict: false });
  return <RoomPage key={id} sessionId={id ?? ""} />;
}
