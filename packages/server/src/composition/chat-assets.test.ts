import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { findChatAssets } from "./chat-assets.ts";

test("the chat's scripts and styles are found under their hashed names, or there is no chat", () => {
  const path = mkdtempSync(join(tmpdir(), "convene-dist-"));
  const folder = pathToFileURL(`${path}/`);
  try {
    assert.equal(findChatAssets(folder), null);
    mkdirSync(join(path, ".vite"));
    const write = (chunks: object) =>
      writeFileSync(join(path, ".vite/manifest.json"), JSON.stringify(chunks));
    write({ "index.html": { file: "assets/index-1.js" } });
    assert.equal(findChatAssets(folder), null);
    write({
      "src/chat/main.tsx": { file: "assets/chat-1.js", css: ["assets/chat-2.css"], imports: ["_shared.js"] },
      "_shared.js": { file: "assets/shared-3.js", css: ["assets/shared-4.css", "assets/chat-2.css"] },
    });
    const styles = ["/assets/shared-4.css", "/assets/chat-2.css"];
    assert.deepEqual(findChatAssets(folder), { script: "/assets/chat-1.js", styles });
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
});
