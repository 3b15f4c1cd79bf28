import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { Round } from "./contest.ts";
import type { Statement } from "./floor/database.ts";
import type { BenchDatabase } from "./ground.ts";

/** One statement with what stands for its parameters: SQL, in which `:name` is one of the script's variables. */
interface Step {
  statement: Statement;
  parameters: readonly string[];
}

export interface Script {
  /** In this order, in one transaction where `isTransaction`. `:n` is a number that each run draws anew. */
  steps: readonly Step[];
  isTransaction?: boolean;
  variables: Record<string, string>;
}

/** The values that a variable holds: few, because each run reads all of them. */
const mostDrawn = 20;

/** A variable of several values, and the SQL that draws one of them: the same place in each list of a run. */
export function drawn(
  name: string,
  values: readonly string[],
  type: "uuid" | "integer",
): { sql: string; variable: Record<string, string> } {
  const some = Array.from({ length: mostDrawn }, (_, index) => values[index % values.length]);
  return { sql: `(:${name}::${type}[])[:n]`, variable: { [name]: `{${some.join()}}` } };
}

/** Runs SQL as often as PostgreSQL can, prepared, over as many connections as there are callers of the servers. */
export function pgbench(
  { superuser }: BenchDatabase,
  script: Script,
  { seconds, postgres }: { seconds: number; postgres: () => number },
): { round(): Promise<Round> } | { reason: string } {
  const program = findProgram();
  if (!program) return { reason: "pgbench is not installed" };
  const variables = Object.entries(script.variables).flatMap(([name, value]) => ["-D", `${name}=${value}`]);
  const connection = ["-h", superuser.host, "-p", String(superuser.port), "-U", superuser.user];
  return {
    async round() {
      const folder = mkdtempSync(join(tmpdir(), "convene-pgbench-"));
      try {
        const file = join(folder, "script.sql");
        writeFileSync(file, textOf(script));
        const before = postgres();
        const load = ["-n", "-M", "prepared", "-c", "32", "-j", "2", "-T", String(seconds), "-f", file];
        const all = [...load, ...variables, ...connection, superuser.database];
        const { stdout } = await promisify(execFile)(program, all, {
          env: { PATH: process.env.PATH, PGPASSWORD: superuser.password },
        }).catch(({ stderr }) => {
          throw new Error(`pgbench failed: ${stderr}`);
        });
        const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
        if (!(rate > 0)) return { value: 0, errors: 1 };
        const errors = Number(/^number of failed transactions: (\d+)/m.exec(stdout)?.[1] ?? 0);
        const cpu = { server: Number.NaN, postgres: (postgres() - before) / (rate * seconds) };
        return { value: rate, errors, cpu };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function textOf({ steps, isTransaction = false }: Script): string {
  const statements = steps.map(
    ({ statement, parameters }) =>
      `${statement.text.replace(/\s+/g, " ").replace(/\$(\d+)/g, (_, place) => parameters[place - 1] ?? "")};`,
  );
  const all = isTransaction ? ["begin;", ...statements, "commit;"] : statements;
  return `${[`\\set n random(1, ${mostDrawn})`, ...all].join("\n")}\n`;
}

/** On the path, or where Debian keeps it: of the newest PostgreSQL there is. */
function findProgram(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.map((folder) => join(folder, "pgbench")).find((file) => existsSync(file));
}
