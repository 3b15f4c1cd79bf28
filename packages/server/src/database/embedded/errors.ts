/** Another live server works on this data directory. */
export class DataDirectoryInUse extends Error {
  override name = "DataDirectoryInUse";
  constructor(dataDir: string, holder: number | undefined) {
    const who = holder === undefined ? "Another server" : `Another server (process ${holder})`;
    super(`${who} is using the data directory ${dataDir}. Stop it, or give this one a DATA_DIR of its own.`);
  }
}

/** The embedded database cannot work on this machine as it is; the message says what to do. */
export class EmbeddedUnavailable extends Error {
  override name = "EmbeddedUnavailable";
}

/** The data directory cannot be used: not ours, unreachable, incomplete. Nothing was changed in it. */
export class DataDirectoryUnusable extends Error {
  override name = "DataDirectoryUnusable";
}

/** The cluster was made by another major version of PostgreSQL. */
export class ClusterVersionMismatch extends Error {
  override name = "ClusterVersionMismatch";
  constructor(cluster: string, found: string, expected: string) {
    super(
      `The database in ${cluster} was made by PostgreSQL ${found}; this release carries PostgreSQL ${expected}. ` +
        "Run `convene backup` with the release that made it, then `convene restore` with this release into a new DATA_DIR.",
    );
  }
}

/** `initdb` or `postgres` failed; the message ends with its own last lines. */
export class EmbeddedStartFailed extends Error {
  override name = "EmbeddedStartFailed";
  readonly output: string;
  constructor(what: string, output: string) {
    super(`${what}${output === "" ? "" : `\n${output}`}${hint(output)}`);
    this.output = output;
  }
}

function hint(output: string): string {
  if (/No space left on device|Disk quota exceeded/i.test(output))
    return "\nThe disk is full: free some space.";
  if (/could not look up effective user ID/.test(output)) {
    return "\nThis user id has no name in /etc/passwd, which PostgreSQL demands: add one, or set DATABASE_URL.";
  }
  if (/error while loading shared libraries|GLIBC|Library not loaded/.test(output)) {
    return "\nThis system lacks a library that the bundled PostgreSQL needs (glibc 2.26 or newer): set DATABASE_URL instead.";
  }
  return "";
}
