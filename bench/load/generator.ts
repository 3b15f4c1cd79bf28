import autocannon from "autocannon";
import { createWriter } from "./requests.ts";
import type { Asked, LoadResult } from "./target.ts";

/** The process that sends the requests: autocannon, told what to send by its parent. */
process.on("message", (asked: Asked) => {
  run(asked).then(
    (result) => process.send?.(result),
    (fault: Error) => process.send?.({ fault: fault.message }),
  );
});
process.on("disconnect", () => process.exit());

async function run({ target, first, seconds, amount, connections }: Asked): Promise<LoadResult> {
  const write = createWriter(target);
  let number = first;
  const [began, cut] = [performance.now(), seconds * 1_000];
  let lastAnswer = began;
  // As a promise it is declared, an instance it is as well.
  const instance = autocannon({
    url: target.origin,
    connections,
    // Of a number of requests, it would only look once a second whether all are answered.
    ...(amount ? { amount, sampleInt: 100 } : { duration: seconds }),
    requests: [{ setupRequest: (request) => Object.assign(request, write(number++)) }],
  }) as Promise<autocannon.Result> & autocannon.Instance;
  instance.on("response", () => {
    lastAnswer = performance.now();
  });
  const result = await instance;
  const took = amount ? lastAnswer - began : Math.max(cut, lastAnswer - began);
  return summary(result, target, { handedOut: number - first, seconds: took / 1_000 });
}

function summary(
  result: autocannon.Result,
  { expected }: Asked["target"],
  spent: Pick<LoadResult, "handedOut" | "seconds">,
): LoadResult {
  const faults: Record<string, number> = {};
  const statuses: Record<string, number> = {};
  let answered = 0;
  for (const [status, { count = 0 }] of Object.entries(result.statusCodeStats ?? {})) {
    statuses[status] = count;
    const isExpected = expected ? expected.includes(Number(status)) : status.startsWith("2");
    if (isExpected) answered += count;
    else faults[status] = count;
  }
  if (result.errors > 0) faults.connection = result.errors;
  const errors = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const { p50: median, p90, p99, max } = result.latency;
  return {
    ...{ rate: answered / spent.seconds, answered, errors, faults, statuses },
    ...{ latency: { median, p90, p99, max }, ...spent },
  };
}
