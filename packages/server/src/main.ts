import { parseArgs } from "node:util";
import packageJson from "../package.json" with { type: "json" };
import { type Config, readConfig } from "./config.ts";

const options = {
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
  email: { type: "string" },
  "first-name": { type: "string" },
  "last-name": { type: "string" },
  organization: { type: "string" },
  expect: { type: "string" },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** Each reads its own modules, and none those of the others: reading is most of a start. */
const commands: Record<string, (config: Config, files: string[], values: Values) => Promise<void>> = {
  async serve(config) {
    const { serve } = await import("./commands/serve.ts");
    await serve(config);
  },
  async backup(config, [file]) {
    const { backup } = await import("./commands/backup.ts");
    await backup(config, given(file, "the file to write"));
  },
  async restore(config, [file]) {
    const { restore } = await import("./commands/restore.ts");
    await restore(config, given(file, "the file to read"));
  },
  async "create-admin"(config, _files, values) {
    const { createAdmin } = await import("./commands/create-admin.ts");
    await createAdmin(config, {
      email: given(values.email, "--email"),
      firstName: values["first-name"] ?? "Platform",
      lastName: values["last-name"] ?? "Admin",
      organization: values.organization,
    });
  },
  async "verify-recording"(_config, [folder, ...others], { expect }) {
    const { verifyRecording } = await import("./commands/verify-recording.ts");
    await verifyRecording([given(folder, "the folder to look at"), ...others], expect);
  },
};

function given(value: string | undefined, name: string): string {
  if (value) return value;
  throw new Error(`${name} is missing; convene --help says how`);
}

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  if (values.help) return (await import("./commands/help.ts")).help();
  if (values.version) return console.log(packageJson.version);
  const [name = "serve", ...files] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Error(`there is no command ${name}; convene --help lists them`);
  await command(readConfig(process.env), files, values);
}

main(process.argv.slice(2)).catch((fault: Error) => {
  const wantsMore = /debug|trace/.test(process.env.LOG_LEVEL ?? "");
  console.error(wantsMore ? fault : `convene: ${fault.message} (LOG_LEVEL=debug shows more)`);
  // What was opened is closed by now; a listener that still waits to reconnect must not keep the process.
  process.exit(1);
});
