import type { AccountContext, PublicContext, ReadContext, Reading } from "#database/context.ts";
import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Author } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { nobodysOrganization } from "./effect.ts";
import { mayInspect, mayInspectServer } from "./policy.ts";

/** Who looks at effects and jobs, and at whose. */
export interface Inspector<Tx extends Statements = Transaction> extends Reading<PublicContext> {
  tx: Tx;
  organizationId: string;
  author: Author;
}

/** A look at the actor's organization. */
export function inspectorOf<Tx extends Statements>({
  actor,
  ...context
}: ReadContext & { tx: Tx }): Inspector<Tx> {
  if (!mayInspect(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  return { ...context, organizationId: actor.organizationId, author: actor };
}

/** A look at what belongs to no organization. */
export async function serverInspectorOf<Tx extends Statements>({
  person,
  ...context
}: Reading<AccountContext> & { tx: Tx }): Promise<Inspector<Tx>> {
  if (!mayInspectServer(person)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  await context.tx.narrow(nobodysOrganization);
  return { ...context, organizationId: nobodysOrganization, author: { kind: "person", id: person.id } };
}
