import { compose } from "../compose.ts";
import type { Config } from "../config.ts";
import { createFirstAdmin } from "../identity/index.ts";
import { systemClock } from "../kernel/clock.ts";
import { parseEmail } from "../kernel/email.ts";
import { readSecrets } from "../secrets.ts";
import { joinDatabase } from "./database.ts";

interface NewAdmin {
  email: string;
  firstName: string;
  lastName: string;
  /** The name of an organization to open for them. */
  organization?: string;
}

/** Makes a PlatformAdmin, the first one of a new server above all, and prints the password, once. */
export async function createAdmin(config: Config, admin: NewAdmin): Promise<void> {
  const email = parseEmail(admin.email);
  if (email === null) throw new Error(`--email ${admin.email} is not an e-mail address`);
  const log = (line: string) => console.log(`convene: ${line}`);
  const database = await joinDatabase(config, log);
  try {
    const secrets = readSecrets(config.dataDir);
    const server = await compose({ config, connection: database.connection, secrets, clock: systemClock });
    try {
      const { password } = await createFirstAdmin(server.database, systemClock, {
        ...admin,
        email,
        organizationName: admin.organization,
      });
      log(`made the PlatformAdmin ${email}`);
      console.log(`password: ${password}`);
    } finally {
      await server.close();
    }
  } finally {
    await database.stop();
  }
}
