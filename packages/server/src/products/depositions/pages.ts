import type { Session } from "./store.ts";

/**
 * The session's page, its session_url; null until it is scheduled, and again once it is canceled: then the address
 * may be another session's, possibly of another organization.
 */
export const sessionPage = (
  { state, remoteSessionId }: Pick<Session, "state" | "remoteSessionId">,
  publicUrl: string,
): string | null =>
  state === "canceled" || remoteSessionId === null ? null : `${publicUrl}/sessions/${remoteSessionId}`;

/** The page that shows the session's details and then hands over to the provider, its prevail_join_url. */
export const handoverPage = (page: string): string => `${page}/zoom_meeting`;
