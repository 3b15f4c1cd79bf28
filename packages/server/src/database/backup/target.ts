import pg from "pg";
import { RestoreFailed, TargetNotEmpty } from "./errors.ts";
import { type Connection, inSession } from "./session.ts";

/** The comment on a database while a restore works on it; what a killed restore left is recognised by it. */
const mark = "A restore of a Convene backup was begun here and has not finished.";
/** Any fixed number does: advisory locks belong to one database. */
const lockKey = 0x7265_7374;

/** What `emptyTarget` brings back: the schema `public` as it was. */
export interface PublicSchema {
  owner: string;
  grants: { grantee: string; privilege: string }[];
}

/**
 * Makes sure that the target is empty and marks it. What an earlier restore that was killed left in it is removed;
 * anything else in it is refused with TargetNotEmpty.
 */
export async function claimTarget(client: pg.Client, log: (line: string) => void): Promise<PublicSchema> {
  const schema = await readPublicSchema(client);
  // Held until this session ends, so that no second restore mistakes our beginnings for leftovers.
  const { rows: locks } = await client.query("select pg_try_advisory_lock($1) as ours", [lockKey]);
  if (!locks[0]?.ours) throw new TargetNotEmpty("the beginnings of another restore that is at work");
  if (await isMarked(client)) {
    log("Removing what an earlier restore, which did not finish, left in the database.");
    await emptyTarget(client, schema);
  }
  const { rows } = await client.query<{ what: string }>(
    `select 'the ' || case relkind when 'S' then 'sequence ' when 'v' then 'view ' else 'table ' end || oid::regclass as what
       from pg_class where relnamespace not in (select oid from pg_namespace where ${systemSchema})
        and relkind in ('r', 'p', 'v', 'm', 'S', 'f') and not ${ofExtension("pg_class")}
     union all
     select 'the function ' || oid::regproc from pg_proc
      where pronamespace not in (select oid from pg_namespace where ${systemSchema}) and not ${ofExtension("pg_proc")}
     union all
     select 'the schema ' || nspname from pg_namespace
      where not (${systemSchema}) and nspname <> 'public' and not ${ofExtension("pg_namespace")}
      limit 1`,
  );
  if (rows[0] !== undefined) throw new TargetNotEmpty(rows[0].what);
  await comment(client, mark);
  return schema;
}

/** Says that the restore is whole; in the transaction that makes it so. */
export async function releaseTarget(client: pg.Client): Promise<void> {
  await comment(client, undefined);
}

/** Empties the target of a restore that failed, whose session has ended; leaves it when another has it by now. */
export async function abandonTarget(target: Connection, schema: PublicSchema): Promise<void> {
  await inSession(target, async (client) => {
    // The failed session's lock goes when PostgreSQL notices its end, a moment later.
    await client.query("set lock_timeout = '30s'");
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    if (await isMarked(client)) await emptyTarget(client, schema);
  });
}

/**
 * To be asked before a server works on a database: one that a killed restore left looks like a new one, and the next
 * restore removes all that is in it. Throws RestoreFailed then.
 */
export async function refuseUnfinishedRestore(connection: Connection): Promise<void> {
  if (!(await inSession(connection, isMarked))) return;
  throw new RestoreFailed(
    "A restore into this database was interrupted: run `convene restore` again, or begin with an empty database.",
  );
}

/** Removes every schema with all that is in it, and puts an empty `public` back. */
async function emptyTarget(client: pg.Client, schema: PublicSchema): Promise<void> {
  await client.query("begin");
  await client.query("set local lock_timeout = '30s'");
  const { rows } = await client.query<{ name: string }>(
    `select nspname::text as name from pg_namespace where not (${systemSchema})`,
  );
  for (const { name } of rows) await client.query(`drop schema ${pg.escapeIdentifier(name)} cascade`);
  await client.query(`create schema public authorization ${pg.escapeIdentifier(schema.owner)}`);
  for (const { grantee, privilege } of schema.grants) {
    await client.query(`grant ${privilege} on schema public to ${grantee}`);
  }
  await comment(client, undefined);
  await client.query("commit");
}

const systemSchema = "nspname = 'information_schema' or nspname ~ '^pg_'";

function ofExtension(catalog: string): string {
  return `exists (select from pg_depend d
                   where d.classid = '${catalog}'::regclass and d.objid = ${catalog}.oid and d.deptype = 'e')`;
}

async function readPublicSchema(client: pg.Client): Promise<PublicSchema> {
  const { rows } = await client.query<PublicSchema>(
    `select pg_get_userbyid(nspowner)::text as owner,
            coalesce((select json_agg(json_build_object('privilege', privilege_type, 'grantee',
                        case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end))
                        from aclexplode(nspacl)), '[]') as grants
       from pg_namespace where nspname = 'public'`,
  );
  return rows[0] ?? { owner: "pg_database_owner", grants: [{ grantee: "public", privilege: "usage" }] };
}

async function isMarked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ comment: string | null }>(
    "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()",
  );
  return rows[0]?.comment === mark;
}

async function comment(client: pg.Client, text: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string }>("select current_database()::text as name");
  const value = text === undefined ? "null" : pg.escapeLiteral(text);
  await client.query(`comment on database ${pg.escapeIdentifier(rows[0]?.name ?? "")} is ${value}`);
}
