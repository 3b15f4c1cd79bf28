export { createBackup } from "./backup.ts";
export { BackupInvalid, RestoreFailed, TargetNotEmpty } from "./errors.ts";
export { restoreBackup } from "./restore.ts";
export { refuseUnfinishedRestore } from "./target.ts";
