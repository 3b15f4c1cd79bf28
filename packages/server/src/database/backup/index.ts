export { type BackupRequest, createBackup } from "./backup.ts";
export { BackupInvalid, RestoreFailed, TargetNotEmpty } from "./errors.ts";
export { type Restored, type RestoreRequest, restoreBackup } from "./restore.ts";
export { refuseUnfinishedRestore } from "./target.ts";
