import type { components } from "@convene/sdk";
import { text } from "./text.ts";

type MentorshipSession = components["schemas"]["MentorshipSession"];
type LiveSession = components["schemas"]["LiveSession"];

/** A session that is to come, or goes on now, as the home page shows it. */
export interface Coming {
  id: string;
  title: string;
  startsAt: string;
  note: string | null;
  isNow: boolean;
}

/** One's own call; of those that a Manager sees besides, none. */
export function ofMentorship(session: MentorshipSession, personId: string): Coming[] {
  const { id, scheduledAt, coach, teacher } = session;
  const other = coach.id === personId ? teacher : teacher.id === personId ? coach : null;
  if (!other) return [];
  const name = `${other.firstName} ${other.lastName}`.trim();
  return [{ id, title: text.home.mentorship(name), startsAt: scheduledAt, note: null, isNow: false }];
}

/** A live session that one hosts or has a seat in. */
export function ofLive(session: LiveSession, personId: string): Coming[] {
  const isHost = session.host_id === personId;
  if (!isHost && !session.is_registered) return [];
  const isNow = session.status === "live";
  const role = isHost ? text.home.hosting : text.home.registered;
  const note = isNow ? text.home.liveNow : role;
  return [{ id: session.id, title: session.title, startsAt: session.scheduled_at, note, isNow }];
}

/** What goes on now first, then by start; each once. */
export function inOrder(sessions: readonly Coming[]): Coming[] {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return [...byId.values()].sort(
    (a, b) => Number(b.isNow) - Number(a.isNow) || Date.parse(a.startsAt) - Date.parse(b.startsAt),
  );
}
