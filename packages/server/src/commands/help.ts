import { settings } from "../config.ts";

const usage = `convene: a self-hosted sessions server

  convene [serve]            starts the server (the same as npm start)
  convene backup FILE        writes everything in the embedded database, and the generated secrets, to FILE (.tar.gz)
  convene restore FILE       fills an empty data directory from a backup, also one of an older version
  convene create-admin --email ADDRESS [--first-name NAME] [--last-name NAME] [--organization NAME]
                             makes a PlatformAdmin, and an organization; prints the password once
  convene verify-recording FOLDER... [--expect SHA256]
                             checks recordings against their manifests, a room's all together: what was changed, is
                             missing, or does not belong there; SHA256 is the last manifest's, as the server lists it
  convene --version          prints the version

Settings, from the environment:
`;

/** Prints how the command is called and every setting with its default. */
export function help(): void {
  const lines = Object.entries(settings).map(([name, setting]) => {
    const fallback = "fallback" in setting ? ` (default ${setting.fallback})` : "";
    return `  ${name.padEnd(24)} ${setting.about}${fallback}`;
  });
  console.log(usage + lines.join("\n"));
}
