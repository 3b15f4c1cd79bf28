import { createHash } from "node:crypto";
import type { BearerContext, Reading } from "#database/context.ts";
import type { Author } from "#events/append.ts";
import { notFound } from "#kernel/errors.ts";
import { findOrganization } from "../store.ts";

/** The stored form of a session's token: with 256 bits of entropy a plain digest cannot be searched. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/**
 * Lets the bearer of a session's token in, and binds the rest of the transaction to the organization whose
 * session it is. An unknown id and a wrong token are the same "not found".
 */
export async function enter(
  { tx, bearer }: Pick<Reading<BearerContext>, "tx" | "bearer">,
  sessionId: string,
): Promise<string> {
  const organizationId = await findOrganization(tx, sessionId, hashToken(bearer));
  if (!organizationId) throw notFound("session");
  await tx.narrow(organizationId);
  return organizationId;
}

/** A prospect as the author of an event: they are known by the session that their token opens. */
export const prospectOf = (sessionId: string): Author => ({ kind: "prospect", id: sessionId });
