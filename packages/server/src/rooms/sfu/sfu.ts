import { iceServersFor } from "./ice-servers.ts";
import type { Question, RequestName } from "./messages.ts";
import type { Sfu, SfuEvent } from "./port.ts";
import { SfuRefusal } from "./refusal.ts";
import type { SfuSettings } from "./settings.ts";
import { type MediaProcess, superviseMedia } from "./supervise.ts";

export interface SfuOptions {
  settings: SfuSettings;
  log: {
    info(details: object, text: string): void;
    warn(details: object, text: string): void;
    error(details: object, text: string): void;
  };
  /** Milliseconds after which a request counts as failed. */
  patience?: number;
}

/**
 * The built-in media: an SFU in a process of its own, which starts with the first peer and is started again when it
 * dies. Rejections are `SfuRefusal`s, or errors where the process failed.
 */
export function createSfu({
  settings,
  log,
  patience = 15_000,
}: SfuOptions): Sfu & { readonly pid: number | null } {
  const listeners = new Set<(event: SfuEvent) => void>();
  const tell = (event: SfuEvent) => {
    for (const listener of listeners) listener(event);
  };
  const media: MediaProcess = superviseMedia({ settings, log, patience, tell });
  const ask = <N extends RequestName>(name: N, question: Question<N>) => media.ask(name, question);
  return {
    get pid() {
      return media.pid;
    },
    join: (peer) => ask("join", peer),
    receive: (peerId) => ask("receive", { peerId }),
    publish: (peerId, offer) => ask("publish", { peerId, ...offer }),
    answer: (peerId, answer) => ask("answer", { peerId, ...answer }),
    addCandidate: (peerId, connection, candidate) => ask("addCandidate", { peerId, connection, candidate }),
    allow: (peerId, source, isAllowed) => ask("allow", { peerId, source, isAllowed }),
    async leave(peerId) {
      // With the process all peers are gone already; it need not be started for that.
      if (media.isRunning) await ask("leave", { peerId }).catch(passOver("restarting", "no_answer"));
    },
    startRecording: (roomId, recordingId, folder) => ask("startRecording", { roomId, recordingId, folder }),
    stopRecording: (roomId, recordingId) => ask("stopRecording", { roomId, recordingId }),
    iceServers: (personId, now) => iceServersFor(settings, personId, now),
    onEvent: (listener) => void listeners.add(listener),
    close: () => media.close(),
  };
}

const passOver =
  (...codes: SfuRefusal["code"][]) =>
  (fault: unknown): void => {
    if (!(fault instanceof SfuRefusal) || !codes.includes(fault.code)) throw fault;
  };
