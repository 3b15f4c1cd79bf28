import { setTimeout as pause } from "node:timers/promises";
import type { Refusal } from "#kernel/errors.ts";
import type { ZoomAccount } from "./account.ts";
import { type Answered, exchange } from "./answers.ts";
import { refusalFor } from "./faults.ts";
import { createAccessTokens, requestPatience } from "./tokens.ts";

interface Call {
  /** What it is for, in words for the log. */
  what: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** From `/v2` on, with its query. */
  path: string;
  body?: object;
  /** Doing it twice is as good as once, so that it is tried again when no answer came. */
  isRepeatable: boolean;
}

export type Outcome =
  | { isDone: true; body: unknown }
  /** `mayExist`: Zoom may have done it all the same. */
  | { isDone: false; refusal: Refusal; status: number | null; code: number | null; mayExist: boolean };

/** Calls of one operation, which share the time that it has. */
export type Operation = (call: Call) => Promise<Outcome>;

/** Milliseconds for an operation with all its tries. */
const operationPatience = 15_000;

/** Milliseconds before each further try. */
const pauses = [250, 1_000];

/** The longest Retry-After that is waited for, in milliseconds: a daily limit is for whoever asked to know. */
const longestWait = 3_000;

/** What speaks to the API of one account. */
export function createClient(account: ZoomAccount): { begin(): Operation } {
  const { apiUrl, clock, patience } = account;
  const tokens = createAccessTokens(account);

  const send = (call: Call, token: string, deadline: AbortSignal): Promise<Answered> =>
    exchange({
      method: call.method,
      url: apiUrl + call.path,
      headers: {
        authorization: `Bearer ${token}`,
        ...(call.body ? { "content-type": "application/json" } : {}),
      },
      body: call.body && JSON.stringify(call.body),
      signal: AbortSignal.any([deadline, AbortSignal.timeout(patience?.request ?? requestPatience)]),
      now: clock(),
    });

  async function run(call: Call, deadline: AbortSignal): Promise<Outcome> {
    let isFresh = false;
    let mayExist = false;
    for (let tries = 0; ; ) {
      const given = await tokens.get(deadline);
      if ("refusal" in given)
        return { isDone: false, status: null, code: null, mayExist, refusal: given.refusal };
      const answered = await send(call, given.token, deadline);
      if (answered.kind === "answer" && answered.status === 401 && !isFresh) {
        // It was good when it was given: another process may have asked for one since, or it was revoked.
        isFresh = true;
        tokens.drop(given.token);
        continue;
      }
      if (isSuccess(answered)) return { isDone: true, body: answered.body };
      mayExist ||= leavesDoubt(answered);
      const wait = waitBefore(answered, call, tries);
      tries += 1;
      if (wait === null || !(await rest(wait, deadline))) return failure(call, answered, mayExist);
    }
  }

  return {
    begin() {
      const deadline = AbortSignal.timeout(patience?.operation ?? operationPatience);
      return (call) => run(call, deadline);
    },
  };
}

const isSuccess = (answered: Answered): answered is Extract<Answered, { kind: "answer" }> =>
  answered.kind === "answer" && answered.status >= 200 && answered.status < 300;

/** Whether it may have been done although it seems not to be. */
const leavesDoubt = (answered: Answered): boolean =>
  answered.kind === "nothing" ? answered.isSent : answered.status >= 500;

function failure({ what }: Call, answered: Answered, mayExist: boolean): Outcome {
  const { status, code } = answered.kind === "answer" ? answered : { status: null, code: null };
  return { isDone: false, refusal: refusalFor(what, answered), status, code, mayExist };
}

/** Milliseconds before it is tried again; null when it is not. */
function waitBefore(answered: Answered, { isRepeatable }: Call, tries: number): number | null {
  const standard = pauses[tries];
  if (standard === undefined) return null;
  if (answered.kind === "nothing") return isRepeatable || !answered.isSent ? standard : null;
  const { status, retryAfter = standard } = answered;
  // Refused for its rate, it was not done: once more is safe whatever it is.
  if (status === 429 || (status >= 500 && isRepeatable)) return retryAfter <= longestWait ? retryAfter : null;
  return null;
}

/** Waits; false when there is no time left after it. */
async function rest(milliseconds: number, deadline: AbortSignal): Promise<boolean> {
  await pause(milliseconds, undefined, { signal: deadline }).catch(() => {});
  return !deadline.aborted;
}
