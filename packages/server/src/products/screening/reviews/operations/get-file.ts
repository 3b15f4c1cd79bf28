import type { ReadContext } from "#database/context.ts";
import { notFound, refuse } from "#kernel/errors.ts";
import { mayView } from "../../policy.ts";
import { findFile, type StoredFile } from "../../prospects/file-store.ts";

/** A file that a prospect uploaded, for their reviewers. */
export async function getFile({ tx, actor }: ReadContext, id: string): Promise<StoredFile> {
  if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
  const file = await findFile(tx, actor.organizationId, id);
  if (!file) throw notFound("file");
  return file;
}
