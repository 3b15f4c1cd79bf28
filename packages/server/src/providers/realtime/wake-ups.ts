export interface WakeUps {
  /** Wakes whoever listens to a channel: at once, or when the pause after the last time is over. */
  wake(channel: string): void;
  /** Sends nothing more. */
  stop(): void;
}

/** Milliseconds between two wake-ups on one channel: whoever is woken takes all that there is. */
const pauseAfterEach = 10;

/** Wake-ups that follow close upon each other become one; the last of them is never left out. */
export function createWakeUps(send: (channel: string) => void): WakeUps {
  const pauses = new Map<string, { timer: NodeJS.Timeout; isWanted: boolean }>();

  function sendNow(channel: string): void {
    send(channel);
    const timer = setTimeout(() => {
      const isWanted = pauses.get(channel)?.isWanted;
      pauses.delete(channel);
      if (isWanted) sendNow(channel);
    }, pauseAfterEach);
    pauses.set(channel, { timer, isWanted: false });
  }

  return {
    wake(channel) {
      const paused = pauses.get(channel);
      if (paused) paused.isWanted = true;
      else sendNow(channel);
    },
    stop() {
      for (const { timer } of pauses.values()) clearTimeout(timer);
      pauses.clear();
    },
  };
}
