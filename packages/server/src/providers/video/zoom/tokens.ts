import { seconds } from "#kernel/clock.ts";
import type { Refusal } from "#kernel/errors.ts";
import type { ZoomAccount } from "./account.ts";
import { exchange, membersOf } from "./answers.ts";
import { credentialsRefusal } from "./faults.ts";

type TokenAnswer = { token: string } | { refusal: Refusal };

/** The access token of an account. */
export interface AccessTokens {
  get(signal: AbortSignal): Promise<TokenAnswer>;
  /** Zoom did not take it: the next one who needs a token asks for a new one. */
  drop(token: string): void;
}

/** A token is not used any more so long before it expires, because a request takes its time. */
const margin = seconds(60);

/**
 * Server-to-server OAuth, https://developers.zoom.us/docs/internal-apps/s2s-oauth/: a token lasts an hour, and is
 * asked for once by however many wait for it. A new one may end the one before, so that two processes can take each
 * other's away: whoever uses a token tries once more with a fresh one.
 */
export function createAccessTokens({ credentials, oauthUrl, clock, patience }: ZoomAccount): AccessTokens {
  let known: { token: string; expiresAt: number } | null = null;
  let asking: Promise<TokenAnswer> | null = null;

  async function ask(): Promise<TokenAnswer> {
    const { accountId, clientId, clientSecret } = credentials;
    const query = new URLSearchParams({ grant_type: "account_credentials", account_id: accountId });
    const now = clock();
    const answered = await exchange({
      method: "POST",
      url: `${oauthUrl}/oauth/token?${query}`,
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
      signal: AbortSignal.timeout(patience?.request ?? requestPatience),
      now,
    });
    if (answered.kind === "nothing" || answered.status !== 200)
      return { refusal: credentialsRefusal(answered) };
    const { access_token: token, expires_in: lifetime } = membersOf(answered.body);
    if (typeof token !== "string" || token === "") return { refusal: credentialsRefusal(answered) };
    const lasts = typeof lifetime === "number" ? seconds(lifetime) : 0;
    known = { token, expiresAt: now.getTime() + lasts - margin };
    return { token };
  }

  return {
    async get(signal) {
      if (known && clock().getTime() < known.expiresAt) return { token: known.token };
      asking ??= ask().finally(() => {
        asking = null;
      });
      return Promise.race([asking, givenUp(signal)]);
    },
    drop(token) {
      if (known?.token === token) known = null;
    },
  };
}

/** Milliseconds for one request with its answer. */
export const requestPatience = 8_000;

/** What is answered to one who cannot wait longer, while others may. */
const givenUp = (signal: AbortSignal): Promise<TokenAnswer> =>
  new Promise((resolve) => {
    const giveUp = () =>
      resolve({ refusal: credentialsRefusal({ kind: "nothing", isSent: false, words: "no time left" }) });
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
