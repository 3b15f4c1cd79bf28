import { readFile, stat } from "node:fs/promises";
import { DataDirectoryUnusable, EmbeddedUnavailable } from "./errors.ts";

/** The operating system's user for initdb and postgres, as `spawn` takes it. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to `postgres`, else to `nobody`; an existing cluster stays with
 * its owner, so that installing a system PostgreSQL later changes nothing. Undefined: Node's own user will do.
 */
export async function databaseAccount(existingCluster?: string): Promise<Account | undefined> {
  const self = process.getuid?.();
  const owner = existingCluster === undefined ? undefined : await stat(existingCluster);
  if (self !== 0) {
    if (owner !== undefined && owner.uid !== self) {
      throw new DataDirectoryUnusable(
        `The database in ${existingCluster} belongs to user ${owner.uid}, this server runs as user ${self}. ` +
          "Run it as that user (or as root, if root made it), or choose another DATA_DIR.",
      );
    }
    return undefined;
  }
  const passwd = await readFile("/etc/passwd", "utf8").catch(() => "");
  if (owner === undefined) return unprivilegedAccount(passwd);
  if (owner.uid === 0) {
    throw new DataDirectoryUnusable(
      `The database in ${existingCluster} belongs to root, as which PostgreSQL refuses to run. ` +
        `Give it back with: chown -R ${unprivilegedAccount(passwd).name} ${existingCluster}`,
    );
  }
  const name = accounts(passwd).find((account) => account.uid === owner.uid)?.name ?? String(owner.uid);
  return { name, uid: owner.uid, gid: owner.gid };
}

/** `postgres`, else `nobody`, from the text of /etc/passwd. Throws EmbeddedUnavailable when there is neither. */
export function unprivilegedAccount(passwd: string): Account {
  const known = accounts(passwd);
  const chosen = ["postgres", "_postgres", "nobody"]
    .map((name) => known.find((account) => account.name === name))
    .find((account) => account !== undefined && account.uid !== 0);
  if (chosen !== undefined) return chosen;
  throw new EmbeddedUnavailable(
    "PostgreSQL refuses to run as root, and /etc/passwd has neither a user postgres nor nobody to run it as. " +
      "Start the server as a normal user, or set DATABASE_URL.",
  );
}

function accounts(passwd: string): Account[] {
  return passwd.split("\n").flatMap((line) => {
    const [name, , uid, gid] = line.split(":");
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
