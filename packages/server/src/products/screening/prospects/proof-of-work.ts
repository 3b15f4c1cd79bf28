import { type Challenge, createChallenge, type Payload, randomInt, verifySolution } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/sha";
import { minutes, plus } from "#kernel/clock.ts";
import { type Refusal, refuse } from "#kernel/errors.ts";
import type { Vault } from "#kernel/vault.ts";

/**
 * What a browser works out before it starts a session: half a second for one prospect, and a long time for whoever
 * wants to be a million (ALTCHA's second version, https://altcha.org). Nobody is asked to read distorted letters.
 */
export interface ProofOfWork {
  /** Something to be solved for starting a session on this workflow, within twenty minutes. */
  challengeFor(slug: string, now: Date): Promise<Challenge>;
  /**
   * What is to be written down of a solution so that it counts once. Refuses with `proof_refused` one that is forged,
   * too old, or for another workflow. `text` is base64 of JSON, as ALTCHA's clients send it.
   */
  check(text: string, slug: string, now: Date): Promise<Solution>;
}

/** A right solution that may have been used before. */
export interface Solution {
  /** By which its challenge is known. */
  digest: string;
  /** When nobody can use it any more. */
  expiresAt: Date;
}

/** How long a page may lie open before its prospect starts. */
const validity = minutes(20);

/**
 * How many numbers a browser tries, one SHA-256 each. A phone of the middle class tries some 15,000 in a second, one after
 * another, so this takes it about half a second at worst; with workers less. That it is bounded, and does not go by
 * luck, is because the number is chosen here.
 */
const [fewest, most] = [4_000, 8_000];

export function createProofOfWork(vault: Vault): ProofOfWork {
  const hmacSignatureSecret = vault.fingerprint("proof of work");
  return {
    challengeFor: (slug, now) =>
      createChallenge({
        algorithm: "SHA-256",
        cost: 1,
        counter: randomInt(most, fewest),
        deriveKey,
        hmacSignatureSecret,
        // The library would hold its own expiry against the machine's clock, and not against the request's.
        data: { slug, until: plus(now, validity).getTime() },
      }),
    async check(text, slug, now) {
      const { challenge, solution } = readPayload(text);
      const { verified } = await verifySolution({
        challenge,
        solution,
        deriveKey,
        hmacSignatureSecret,
      }).catch(() => ({ verified: false }));
      const { data } = challenge.parameters;
      if (!verified || typeof data?.until !== "number") throw refused("the solution is not right");
      if (data.slug !== slug) throw refused("the challenge was for another workflow");
      if (data.until <= now.getTime()) throw refused("the challenge is too old; load the page again");
      return { digest: String(challenge.signature), expiresAt: new Date(data.until) };
    },
  };
}

function readPayload(text: string): Payload {
  try {
    const payload: Payload = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
    // Whatever else is not as it should be, the check of the signature finds.
    if (typeof payload.challenge.parameters === "object" && payload.challenge.parameters !== null)
      return payload;
  } catch {
    // Answered as below.
  }
  throw refused("it is not the solution of a challenge");
}

export const refused = (detail: string): Refusal => refuse("proof_refused", detail);
