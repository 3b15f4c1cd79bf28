import { verifyRecordings } from "../rooms/recording/index.ts";

/**
 * Says whether recordings are as they were made, and where they are not. `expected` is the SHA-256 of the last manifest
 * as the server lists it.
 */
export async function verifyRecording(
  folders: readonly string[],
  expected: string | undefined,
): Promise<void> {
  const { sound, faults } = await verifyRecordings(folders, expected ?? null);
  for (const line of sound) console.log(`sound: ${line}`);
  for (const line of faults) console.error(`FAULT: ${line}`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  if (expected === undefined) {
    console.log(
      "compare the last manifest's SHA-256 with the server's list of recordings, or name it by --expect",
    );
  }
}
