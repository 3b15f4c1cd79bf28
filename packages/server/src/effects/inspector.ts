import type { AccountContext, Context, PublicContext } from "#database/context.ts";
import type { Author } from "#events/append.ts";
import { refuse } from "#kernel/errors.ts";
import { nobodysOrganization } from "./effect.ts";
import { mayInspect, mayInspectServer } from "./policy.ts";

/** Who looks at effects and jobs, and at whose. */
export interface Inspector extends PublicContext {
  organizationId: string;
  author: Author;
}

/** A look at the actor's organization. */
export function inspectorOf({ actor, ...context }: Context): Inspector {
  if (!mayInspect(actor)) throw refuse("forbidden", "it takes the role OrganizationAdmin");
  return { ...context, organizationId: actor.organizationId, author: actor };
}

/** A look at what belongs to no organization. */
export async function serverInspectorOf({ person, ...context }: AccountContext): Promise<Inspector> {
  if (!mayInspectServer(person)) throw refuse("forbidden", "it takes the role PlatformAdmin");
  await context.tx.narrow(nobodysOrganization);
  return { ...context, organizationId: nobodysOrganization, author: { kind: "person", id: person.id } };
}
