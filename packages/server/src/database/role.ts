import pg from "pg";

/** The role that a privileged connection steps down to. It cannot log in and owns everything of ours. */
const boundRole = "convene_app";

/** PostgreSQL's codes for two sessions that made or granted the role at the same moment. */
const raced = new Set(["23505", "42710", "XX000"]);
const attempts = 10;

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
    await prepareBoundRole(client);
    return boundRole;
  } finally {
    await client.end();
  }
}

/**
 * Roles belong to the whole cluster, so servers of several databases may race to make this one, and PostgreSQL
 * does not wait for the other's grants but fails. After that the role is there, or the next attempt makes it.
 */
async function prepareBoundRole(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(createBoundRole);
      return;
    } catch (fault) {
      const mayRepeat = fault instanceof pg.DatabaseError && raced.has(fault.code ?? "");
      if (!mayRepeat || attempt === attempts) throw fault;
    }
  }
}

const createBoundRole = `
do $$
begin
  if not exists (select from pg_roles where rolname = '${boundRole}') then
    create role ${boundRole} nologin nosuperuser nobypassrls;
  end if;
  execute format('grant ${boundRole} to %I', current_user);
  execute format('grant create, connect, temporary on database %I to ${boundRole}', current_database());
  grant usage, create on schema public to ${boundRole};
end $$`;
