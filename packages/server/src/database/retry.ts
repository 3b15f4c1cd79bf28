import { isRetryable } from "./failures.ts";

/** What a race or another one's failure undid may well succeed; more attempts than this are not ordinary under load. */
const attempts = 5;

/** Does a transaction's work, again where it failed for no fault of its own. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (fault) {
      if (!isRetryable(fault) || attempt === attempts) throw fault;
    }
  }
}
