#!/usr/bin/env node
import module from "node:module";
import { fileURLToPath } from "node:url";

// Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  // What V8 made of the sources, kept for the next start, which then takes half the time. Several processes may share
  // it. Where it cannot be kept (a checkout that is only read) nothing is lost but that; NODE_COMPILE_CACHE names
  // another place, NODE_DISABLE_COMPILE_CACHE=1 none.
  module.enableCompileCache(
    fileURLToPath(new URL("../../../node_modules/.cache/convene/compiled", import.meta.url)),
  );
  await import("../src/main.ts");
} else {
  console.error(
    `convene: Node 22.18 or newer is needed, this is ${process.versions.node}; npx convene uses the right one`,
  );
  process.exitCode = 1;
}
