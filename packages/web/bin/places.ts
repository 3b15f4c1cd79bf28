import { fileURLToPath } from "node:url";

/** The package's folder. */
export const home = fileURLToPath(new URL("../", import.meta.url));

/** Where the pages are built to. */
export const output = `${home}dist`;

/** The file in it that says what it was made of. */
export const stamp = "built-from.txt";

/** The console with all that shares its pieces, and the chat, which shares none. */
export const configs = ["vite.config.ts", "vite.chat.config.ts"];
