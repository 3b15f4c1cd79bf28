import { setTimeout as pause } from "node:timers/promises";
import { explain } from "./connection.ts";
import { canStart, isKeptOut, sayMissing, setRecording, stopAsking, whoIsMissing } from "./consent.ts";
import type { Core } from "./core.ts";
import { peopleHere } from "./state.ts";

/** Brings media and recording in line with who is there and what they agreed to. To be called after every change. */
export function settle(core: Core): void {
  if (core.isClosed) return;
  keepMediaInLine(core);
  if (peopleHere(core.state).length === 0) {
    stopRecording(core, null).catch(core.parts.onFault);
    return;
  }
  tellMissing(core);
  if (canStart(core.state)) startRecording(core).catch(core.parts.onFault);
}

/** Who must not see and hear has no media at all, and everybody else has. */
function keepMediaInLine(core: Core): void {
  for (const person of peopleHere(core.state)) {
    const { id, connectionId } = person;
    if (connectionId === null || !core.connected.has(connectionId)) continue;
    const hasMedia = core.media.has(connectionId);
    if (isKeptOut(core.state, person)) core.media.leave(connectionId);
    else if (!hasMedia) {
      core.media
        .join(connectionId)
        .catch((fault) => core.send(id, { type: "fault", about: "consent", ...explain(fault) }));
    }
  }
}

function tellMissing(core: Core): void {
  const isAsked = core.state.recording.state !== "off";
  const missing = isAsked ? whoIsMissing(core.state).map(({ id, agreed }) => `${id} ${agreed}`) : [];
  const told = missing.join();
  if (told === core.toldMissing) return;
  core.toldMissing = told;
  for (const say of sayMissing(core.state)) core.take({ state: core.state, says: [say] });
}

/** From here on whoever comes must agree first, because it may begin at any moment. */
async function startRecording(core: Core): Promise<void> {
  const { recording } = core.state;
  if (recording.state !== "asking") return;
  const { by } = recording;
  core.take(setRecording(core.state, { ...recording, state: "starting" }));
  try {
    const { id, startedAt } = await core.parts.recorder.start(core.room, by.id);
    core.take(setRecording(core.state, { state: "on", id, since: startedAt, by }));
  } catch (fault) {
    core.take(stopAsking(core.state));
    core.send(by.id, { type: "fault", about: "record", ...explain(fault) });
    core.parts.onFault(fault);
  }
  // Everybody may have gone in the meantime.
  if (core.isClosed) await stopRecording(core, null);
  else settle(core);
}

/** Ends what is recorded or asked for; by nobody, as often as it takes. Rejects when a host's word could not be followed. */
export async function stopRecording(core: Core, by: string | null): Promise<void> {
  const { recording } = core.state;
  if (recording.state === "asking") core.take(stopAsking(core.state));
  if (recording.state !== "on" || core.isStopping) return;
  core.isStopping = true;
  try {
    await stop(core, recording.id, by);
  } finally {
    core.isStopping = false;
  }
  core.take(setRecording(core.state, { state: "off", since: core.parts.clock() }));
  settle(core);
}

/** How often the end of a recording is tried that nobody waits for; the next process to open the room sees to the rest. */
const mostTries = 5;

async function stop({ parts, room }: Core, recordingId: string, by: string | null): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await parts.recorder.stop(room, recordingId, by);
    } catch (fault) {
      if (by !== null || tries >= mostTries) throw fault;
      parts.onFault(fault);
      await pause(parts.times.retryAfter);
    }
  }
}

/** The media process died, or the recording was given up: what was written is kept, and hosts may record anew. */
export async function recordingCutShort(core: Core): Promise<void> {
  const { recording } = core.state;
  // While one is starting, its start fails.
  if (recording.state !== "on") return;
  core.take(setRecording(core.state, { state: "off", since: core.parts.clock() }));
  settle(core);
  const detail = "the recording was cut short; what there was of it is kept";
  core.take({
    state: core.state,
    says: [
      { to: "hosts", message: { type: "fault", about: "record", code: "recording_interrupted", detail } },
    ],
  });
  await core.parts.recorder.interrupted(core.room);
}
