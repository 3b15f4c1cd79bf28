/** A sampled profile as V8 gives it. */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame; children?: number[] }[];
  /** Ids of nodes. */
  samples: number[];
}

export interface CallFrame {
  functionName: string;
  /** `file://…`, `node:…`, or nothing for built-in and generated code. */
  url: string;
  lineNumber: number;
}

/** Microseconds between samples: fine enough for a request of some hundred, coarse enough to change little. */
const interval = 250;

/** Samples the process whose inspector listens at `address` while `work` runs. */
export async function profileWhile(address: string, work: () => Promise<unknown>): Promise<CpuProfile> {
  const inspector = await connect(address);
  try {
    await inspector.call("Profiler.enable");
    await inspector.call("Profiler.setSamplingInterval", { interval });
    await inspector.call("Profiler.start");
    await work();
    const { profile } = (await inspector.call("Profiler.stop")) as { profile: CpuProfile };
    return profile;
  } finally {
    inspector.close();
  }
}

interface Inspector {
  call(method: string, params?: object): Promise<unknown>;
  close(): void;
}

async function connect(address: string): Promise<Inspector> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const lost = () => {
    for (const call of waiting.values()) call.reject(new Error("the inspector went away"));
  };
  socket.addEventListener("close", lost);
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    const call = waiting.get(id);
    waiting.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`no inspector answers at ${address}`)));
  });
  let last = 0;
  return {
    call(method, params = {}) {
      last += 1;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(last, answer);
      socket.send(JSON.stringify({ id: last, method, params }));
      return answer.promise;
    },
    close: () => socket.close(),
  };
}
