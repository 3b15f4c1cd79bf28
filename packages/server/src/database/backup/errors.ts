/** The file is not a whole, untouched backup that this release understands. Nothing was changed. */
export class BackupInvalid extends Error {
  override name = "BackupInvalid";
}

/** The target holds something already. Nothing was changed. */
export class TargetNotEmpty extends Error {
  override name = "TargetNotEmpty";
  constructor(found: string) {
    super(`A backup is restored into an empty database only; this one holds ${found}. Nothing was changed.`);
  }
}

/** The restore did not succeed; the message says why, and whether the target is empty again. */
export class RestoreFailed extends Error {
  override name = "RestoreFailed";
}
