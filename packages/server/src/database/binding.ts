import type { ClientBase } from "pg";
import type { Prelude } from "./bound-query.ts";

/** On whose behalf statements run: what forced row-level security lets them see. */
export interface Binding {
  /** Executed in the transaction of the statements that it binds, and gone with it. */
  prelude: Prelude;
}

/** Bound to none: for what no single organization owns. */
export const systemBinding: Binding = { prelude: { name: "convene_bind", values: ["", "on"] } };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Bound to one organization. Throws for what is no lower-case UUID. */
export function tenantBinding(organizationId: string): Binding {
  if (!uuid.test(organizationId)) throw new Error("an organization id must be a lower-case UUID");
  return { prelude: { name: "convene_bind", values: [organizationId, "off"] } };
}

/** Begins a transaction block. */
export const begin: Prelude = { name: "convene_begin", values: [] };

/** Fails where nothing has been bound, and so outside of a transaction that has begun: bindings end with theirs. */
export const begun: Prelude = { name: "convene_begun", values: [] };

/** Gives a new connection the statements that preludes name. */
export async function preparePreludes(client: ClientBase): Promise<void> {
  await client.query(`
    prepare convene_bind(text, text) as
      select set_config('convene.organization_id', $1, true), set_config('convene.system', $2, true);
    prepare convene_begun as
      select 1 / (coalesce(current_setting('convene.organization_id', true), '') <> ''
        or coalesce(current_setting('convene.system', true), '') = 'on')::int`);
  // SQL's own PREPARE takes no BEGIN, so this one is prepared by the protocol, which executes it.
  await client.query({ name: begin.name, text: "begin" });
  await client.query("rollback");
}
