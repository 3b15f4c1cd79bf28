import { parseArgs } from "node:util";
import packageJson from "../package.json" with { type: "json" };
import { backup } from "./commands/backup.ts";
import { createAdmin } from "./commands/create-admin.ts";
import { help } from "./commands/help.ts";
import { restore } from "./commands/restore.ts";
import { serve } from "./commands/serve.ts";
import { verifyRecording } from "./commands/verify-recording.ts";
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

const commands: Record<string, (config: Config, files: string[], values: Values) => Promise<void>> = {
  serve: (config) => serve(config),
  backup: (config, [file]) => backup(config, given(file, "the file to write")),
  restore: (config, [file]) => restore(config, given(file, "the file to read")),
  "create-admin": (config, _files, values) =>
    createAdmin(config, {
      email: given(values.email, "--email"),
      firstName: values["first-name"] ?? "Platform",
      lastName: values["last-name"] ?? "Admin",
      organization: values.organization,
    }),
  "verify-recording": (_config, [folder, ...others], { expect }) =>
    verifyRecording([given(folder, "the folder to look at"), ...others], expect),
};

function given(value: string | undefined, name: string): string {
  if (value) return value;
  throw new Error(`${name} is missing; convene --help says how`);
}

async function main(argv: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  if (values.help) return help();
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
