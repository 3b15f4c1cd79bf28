import pg from "pg";

/** The role that a privileged connection steps down to. It cannot log in and owns everything of ours. */
const boundRole = "convene_app";

/**
 * Makes sure that row-level security binds the server. A plain role is bound as it is, because every table
 * forces the policies on its owner; a superuser, or a role that may bypass them, steps down to `convene_app`,
 * which is made on the first start. Returns the role to become, or undefined when none is needed.
 */
export async function boundRoleFor(connection: string | pg.ClientConfig): Promise<string | undefined> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ privileged: boolean }>(
      "select rolsuper or rolbypassrls as privileged from pg_roles where rolname = current_user",
    );
    if (!rows[0]?.privileged) return undefined;
    await client.query(createBoundRole);
    return boundRole;
  } finally {
    await client.end();
  }
}

// Roles belong to the whole cluster, so two databases may race to make it: both faults mean that it is there.
const createBoundRole = `
do $$
begin
  begin
    create role ${boundRole} nologin nosuperuser nobypassrls;
  exception when duplicate_object or unique_violation then null;
  end;
  execute format('grant ${boundRole} to %I', current_user);
  execute format('grant create, connect, temporary on database %I to ${boundRole}', current_database());
  grant usage, create on schema public to ${boundRole};
end $$`;
