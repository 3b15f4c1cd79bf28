/** The body of a scheduling request with everything that is required, and what a test wants different. */
export function depositionRequest({
  session = {},
  details,
  invites,
  deponent = {},
}: {
  session?: Record<string, unknown>;
  details?: Record<string, unknown>;
  invites?: unknown[];
  deponent?: Record<string, unknown>;
} = {}) {
  return {
    session_request: {
      ...(invites ? { invites } : {}),
      deponent: { name: "Malachite Yarrow", email: "malachite@example.com", ...deponent },
      remote_session: {
        title: "Deposition of Malachite Yarrow",
        start_date: "2026-04-14",
        start_time: "01:30 PM",
        time_zone: "Pacific Time (US & Canada)",
        ...session,
      },
      ...(details ? { session_details: details } : {}),
    },
  };
}

/** The members that answer a request are many; tests that look for one find it under its path. */
export const pointersOf = (body: { errors?: { pointer: string }[] }): string[] =>
  (body.errors ?? []).map((error) => error.pointer).sort();
