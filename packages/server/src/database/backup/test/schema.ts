import pg from "pg";
import type { ConnectionSettings } from "../../embedded/index.ts";

/** The highest migration there is; 2 adds a table to 1. */
export const latestMigration = 2;

/** Stands in for the migration runner: brings the schema to `number`, as the owner would. */
export async function migrateTo(owner: ConnectionSettings, number: number): Promise<void> {
  if (number > latestMigration) throw new Error(`There is no migration ${number} in this release.`);
  await asClient(owner, async (client) => {
    await client.query(migrations.slice(0, number).join(";\n"));
    for (let each = 1; each <= number; each++) {
      await client.query("insert into schema_migrations values ($1, $2, $3, now())", [
        each,
        `m${each}`,
        `sum${each}`,
      ]);
    }
  });
}

const migrations = [
  `create table schema_migrations (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null);
   create type mood as enum ('fine', 'so so');
   create table lookup (code text primary key);
   insert into lookup values ('seeded by the migration');
   create table "Odd ""Name" (
     id bigint generated always as identity primary key,
     plain serial,
     label text,
     doubled bigint generated always as (id * 2) stored,
     initial text generated always as (left(label, 1)) virtual,
     document jsonb, bytes bytea, amount numeric, price numeric(12, 2), tags text[], grid int[][], mood mood,
     "when" timestamptz, span interval, ratio double precision, period tstzrange, net inet, flag boolean);
   create table hen (id int primary key, egg_id int not null);
   create table egg (id int primary key, hen_id int not null references hen deferrable initially deferred);
   alter table hen add foreign key (egg_id) references egg deferrable initially deferred;
   create table guarded (organization_id int, id int, secret text, primary key (organization_id, id));
   alter table guarded enable row level security;
   alter table guarded force row level security;
   create policy tenant on guarded using (organization_id = nullif(current_setting('app.organization', true), '')::int);
   create table counter (id int primary key, total int not null);
   create function forbid() returns trigger language plpgsql as $$ begin raise 'no row may be added'; end $$;
   create table sealed (id int primary key);
   create table parted (id int, part int, primary key (part, id)) partition by list (part);
   create table parted_1 partition of parted for values in (1);
   create table parted_2 partition of parted for values in (2);
   create sequence loose start 7`,
  "create table later (id int primary key)",
];

/** Rows of everything that is hard to carry as text. */
export async function fill(superuser: ConnectionSettings): Promise<void> {
  await asClient(superuser, async (client) => {
    await client.query("begin");
    const insert = `insert into "Odd ""Name" (label, document, bytes, amount, price, tags, grid, mood, "when", span,
      ratio, period, net, flag) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;
    const texts = [
      "",
      "\\N",
      "\\.",
      "tab\there",
      "line\r\nbreak\vform\f",
      "back\\slash\\n",
      "Zoë 🎓 漢字 \u200f",
      "'\"`;--",
      "x".repeat(100_000),
    ];
    for (const [index, text] of texts.entries()) {
      const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => (byte + index) % 256));
      await client.query(insert, [
        text,
        JSON.stringify({ text, deep: [null, 1.5, { a: [] }] }),
        bytes,
        "123456789012345678901234567890.000100",
        "0.10",
        [text, "a,b", 'q"uote', "NULL", ""],
        [
          [1, 2],
          [3, 4],
        ],
        "so so",
        "2026-11-21T10:00:00.123456Z",
        "1 year 2 mons -3 days 04:05:06.789",
        0.1 + 0.2 + index,
        "[2026-01-01,infinity)",
        "2001:db8::/32",
        index % 2 === 0,
      ]);
    }
    await client.query(insert, Array(14).fill(null));
    await client.query(insert, [
      null,
      "null",
      "",
      "NaN",
      null,
      [],
      [],
      "fine",
      "-infinity",
      "0",
      "-Infinity",
      "empty",
      null,
      null,
    ]);
    await client.query("insert into hen values (1, 2); insert into egg values (2, 1)");
    await client.query("insert into guarded select n % 3, n, 'secret ' || n from generate_series(1, 30) n");
    await client.query("insert into counter select n, 0 from generate_series(1, 50) n");
    await client.query("insert into parted values (1, 1), (2, 2), (3, 2)");
    await client.query("delete from lookup; insert into lookup values ('changed since')");
    await client.query("insert into sealed values (1)");
    await client.query(
      "create trigger forbid before insert on sealed for each row execute function forbid()",
    );
    await client.query("select nextval('loose'), nextval('loose')");
    await client.query("commit");
  });
}

/** Every row of every table, its virtual and generated columns included, and the next value of every sequence. */
export async function contents(superuser: ConnectionSettings): Promise<Record<string, unknown[]>> {
  return asClient(superuser, async (client) => {
    const found: Record<string, unknown[]> = {};
    const tables = await client.query<{ oid: string; name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
    );
    for (const { name } of tables.rows) {
      found[name] = (await client.query(`select t::text as row from ${name} t order by 1`)).rows;
    }
    const sequences = await client.query<{ name: string }>(
      "select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'",
    );
    for (const { name } of sequences.rows) {
      found[name] = (await client.query(`select last_value, is_called from ${name}`)).rows;
    }
    return found;
  });
}

export async function asClient<T>(
  settings: ConnectionSettings,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(settings);
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
