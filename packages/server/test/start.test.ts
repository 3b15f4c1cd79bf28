import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { runCommand } from "./command.ts";
import { makeDataDir } from "./data-dir.ts";

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** The modules that reading `entry` reads, as paths below node_modules or src. */
async function modulesOf(entry: string): Promise<string[]> {
  const program = `
    import { registerHooks } from "node:module";
    registerHooks({ load(url, context, next) { console.log(url); return next(url, context); } });
    await import(${JSON.stringify(entry)});
    process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.split("\n").map((url) => url.replace(/^.*\/(node_modules|src)\//, ""));
}

describe("a start reads no more than it needs", () => {
  test("libraries that few servers need, or none at first, are read at their first use", async () => {
    const modules = await modulesOf(source("compose.ts"));
    assert.ok(modules.some((path) => path.startsWith("fastify/")));
    const late = [
      ...["livekit-server-sdk/", "@nats-io/", "nodemailer/", "web-push/", "file-type/", "werift/"],
      ...[
        "typebox/build/compile/",
        "typebox/build/value/",
        "typebox/build/schema/",
        "tar/",
        "pg-copy-streams/",
      ],
    ];
    assert.deepEqual(
      modules.filter((path) => late.some((library) => path.startsWith(library))),
      [],
    );
  });

  test("what the server is made of is not read before its database is on its way", async () => {
    const modules = await modulesOf(source("commands/serve.ts"));
    assert.ok(modules.includes("database/embedded/index.ts"));
    assert.deepEqual(
      modules.filter((path) => /^(compose|http\/app|products\/)|^(fastify|graphile-worker)\//.test(path)),
      [],
    );
  });
});

describe("compiled sources", () => {
  test("are kept where nothing was kept before", async () => {
    const folder = makeDataDir("compiled");
    const kept = join(folder.path, "made/at/once");
    const { code } = await runCommand(["--version"], { NODE_COMPILE_CACHE: kept });
    assert.equal(code, 0);
    assert.notEqual(readdirSync(kept, { recursive: true }).length, 0);
    folder.remove();
  });

  test("are done without where they cannot be kept", async () => {
    const { code, output } = await runCommand(["--version"], { NODE_COMPILE_CACHE: "/dev/null/nowhere" });
    assert.equal(code, 0);
    assert.match(output, /^\d+\.\d+\.\d+\n$/);
  });
});
