import { newName } from "#kernel/ids.ts";

/** A fresh Agora channel name: `ms_`, letters and digits, `_`, milliseconds since 1970. */
export const newChannel = (now: Date): string => `ms_${newName(12)}_${now.getTime()}`;
