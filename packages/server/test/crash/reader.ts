/** Follows an organization's events as a browser would, and goes to the next server when its own is gone. */
export interface Reader {
  /** The ids of all events, in the order in which they came. */
  seen: readonly string[];
  /** How often it was told that it had missed something. */
  resyncs(): number;
  stop(): Promise<void>;
}

export function startReader(urls: readonly string[], path: string, token: string): Reader {
  const seen: string[] = [];
  const stopping = new AbortController();
  let resyncs = 0;

  async function read(url: string): Promise<void> {
    const last = seen.at(-1);
    const response = await fetch(url + path, {
      headers: { authorization: `Bearer ${token}`, ...(last ? { "last-event-id": last } : {}) },
      signal: stopping.signal,
    });
    let text = "";
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const messages = text.split("\n\n");
      text = messages.pop() ?? "";
      for (const message of messages) {
        const id = /^id: ?(.+)$/m.exec(message)?.[1];
        if (/^event: ?resync$/m.test(message)) resyncs += 1;
        else if (id) seen.push(id);
      }
    }
  }

  const running = (async () => {
    for (let turn = 0; !stopping.signal.aborted; turn += 1) {
      await read(urls[turn % urls.length] ?? "").catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();

  return {
    seen,
    resyncs: () => resyncs,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
