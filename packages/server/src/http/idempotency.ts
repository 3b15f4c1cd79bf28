import type { PublicContext } from "#database/context.ts";
import { claimKey, type KeyScope, type StoredAnswer, storeAnswer } from "#database/idempotency.ts";
import { days, plus } from "#kernel/clock.ts";
import { Refusal, refuse } from "#kernel/errors.ts";
import type { Vault } from "#kernel/vault.ts";
import type { RenderedError } from "./problem.ts";

/** What a request is answered with, before it is written to the wire. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface Once {
  context: PublicContext;
  scope: KeyScope;
  /** By which the same request is told from another one. */
  fingerprint: string;
  /** The answer, or a header of it, holds a secret and is stored encrypted. */
  secret: boolean;
  /** Whose personal data the answer holds, as an id. */
  about: string | null;
  /** It does nothing but ask the database, and is answered there only to who has the key: it need not wait for that. */
  asksOnly: boolean;
  vault: Vault;
  render: (refusal: Refusal) => RenderedError;
  execute: () => Promise<Reply>;
}

/** An answer is kept for this long (draft-ietf-httpapi-idempotency-key-header leaves it to the server). */
export const retention = days(1);

/** 1–255 visible ASCII characters; the draft's quoted form is a string with the quotes in it. */
const validKey = /^[\x21-\x7e]{1,255}$/;

/** Where nobody says who calls, the key alone tells two callers behind one address apart: it must be unguessable. */
const leastWithoutCaller = 16;

/** The Idempotency-Key of a request, checked. */
export function readKey(header: string | string[] | undefined, isAnonymous: boolean): string | null {
  if (header === undefined) return null;
  const least = isAnonymous ? leastWithoutCaller : 1;
  if (typeof header === "string" && validKey.test(header) && header.length >= least) return header;
  throw refuse("invalid_idempotency_key", `it must be ${least} to 255 visible ASCII characters, sent once`);
}

/**
 * Executes a request once for each key: the answer is stored in the transaction of the change, so that a crash
 * leaves both or neither. What was executed and refused (a conflict, a refused transition) is stored too.
 */
export async function once(request: Once): Promise<Reply> {
  const { context, scope, vault, fingerprint, about } = request;
  const claim = claimKey(context.tx, scope, plus(context.now, -retention)).then((found) => {
    if (found) throw new NotClaimed(found);
  });
  try {
    if (!request.asksOnly) await claim;
    const reply = await executeOrRefuse(request, claim);
    // A secret may stand in the headers as well: a cookie.
    const text = JSON.stringify({ headers: reply.headers, body: reply.body });
    const answer = request.secret ? vault.seal(text) : text;
    storeAnswer(context.tx, scope, { status: reply.status, fingerprint, answer, about }, context.now);
    return reply;
  } catch (fault) {
    if (fault instanceof NotClaimed) return replay(request, fault.found);
    throw fault;
  }
}

/** The key belongs to a request that is under way, or has been answered. */
class NotClaimed extends Error {
  readonly found: "taken" | StoredAnswer;

  constructor(found: "taken" | StoredAnswer) {
    super("the key is not free");
    this.found = found;
  }
}

function replay({ vault, fingerprint, secret }: Once, found: "taken" | StoredAnswer): Reply {
  if (found === "taken") throw refuse("request_in_progress");
  if (found.fingerprint !== fingerprint) throw refuse("idempotency_key_reused");
  const text = secret ? vault.open(found.answer) : found.answer;
  const { headers, body }: Pick<Reply, "headers" | "body"> = JSON.parse(text);
  return { status: found.status, headers: { ...headers, "idempotency-replayed": "true" }, body };
}

async function executeOrRefuse({ context, execute, render }: Once, claim: Promise<unknown>): Promise<Reply> {
  try {
    return await context.tx.savepoint(execute, claim);
  } catch (fault) {
    if (!(fault instanceof Refusal) || !isStored(fault.status)) throw fault;
    const { status, contentType, body } = render(fault);
    return { status, headers: { "content-type": contentType }, body };
  }
}

/** Refusals that say nothing about the request itself are not kept: the next attempt may do better. */
const isStored = (status: number): boolean => ![400, 401, 403, 429].includes(status) && status < 500;
