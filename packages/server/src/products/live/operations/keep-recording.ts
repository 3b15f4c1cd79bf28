import type { Transaction } from "#database/tenancy.ts";
import { appendByServer } from "#events/append.ts";
import { setRecordingUrl } from "../room-store.ts";

/** Says where the recording of a session is. Told again, it changes nothing. */
export async function keepRecording(
  tx: Transaction,
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  url: string,
  now: Date,
): Promise<void> {
  const session = await setRecordingUrl(tx, organizationId, sessionId, url, now);
  if (!session) return;
  const { version, status, calendarSequence: sequence } = session;
  appendByServer({ tx, organizationId, now, task: "rooms" }, [
    {
      type: "live.session.edited",
      subjectId: sessionId,
      version,
      payload: { sessionId, changed: ["recording_url"], status, sequence },
    },
  ]);
}
