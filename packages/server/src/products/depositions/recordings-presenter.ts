import { formatInstant } from "#kernel/instant.ts";
import type { presentRecording } from "#rooms/recording/index.ts";

type Recording = ReturnType<typeof presentRecording>;

/** What was recorded, as the contract shows things. */
export const presentRecordings = (recordings: readonly Recording[], linksExpireAt: Date) => ({
  recordings: recordings.map(({ number, state, startedAt, stoppedAt, interrupted, manifest, files }) => ({
    number,
    state,
    on_the_record_at: startedAt,
    off_the_record_at: stoppedAt,
    interrupted,
    manifest: manifest && {
      sha256: manifest.sha256,
      previous_sha256: manifest.previousSha256,
      download_url: manifest.url,
    },
    files: files.map((file) => ({
      name: file.name,
      participant_name: file.participant?.name ?? null,
      sources: file.sources,
      started_at: file.startedAt,
      duration_ms: file.milliseconds,
      bytes: file.bytes,
      sha256: file.sha256,
      download_url: file.url,
    })),
  })),
  links_expire_at: formatInstant(linksExpireAt),
});
