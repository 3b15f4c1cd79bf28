import type { EmbeddedOptions, EmbeddedPostgres } from "./contract.ts";
import { startIn } from "./start.ts";

/**
 * Starts the embedded PostgreSQL of a data directory, creating it first where there is none, and keeps it running until
 * `stop`. Only one server at a time can have a data directory. Throws `DataDirectoryInUse`, `DataDirectoryUnusable`,
 * `ClusterVersionMismatch`, `EmbeddedUnavailable` or `EmbeddedStartFailed`, each with a message for the operator.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  return startIn(options, {});
}

export type {
  ConnectionSettings,
  EmbeddedOptions,
  EmbeddedPostgres,
} from "./contract.ts";
export {
  ClusterVersionMismatch,
  DataDirectoryInUse,
  DataDirectoryUnusable,
  EmbeddedStartFailed,
  EmbeddedUnavailable,
} from "./errors.ts";
export { findRunningEmbedded } from "./running.ts";
