import { createSfu } from "../sfu.ts";
import { localSettings } from "./quiet.ts";

// A server that has a media process, says its id, and waits to be killed.
const log = { info() {}, warn() {}, error() {} };
const sfu = createSfu({ settings: localSettings, log });
await sfu.join({ roomId: "room", peerId: "ann", receives: true });
process.stdout.write(`${sfu.pid}\n`);
setInterval(() => {}, 60_000);
