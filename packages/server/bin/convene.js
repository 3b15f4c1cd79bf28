#!/usr/bin/env node
// Plain JavaScript, so that an old Node gets a sentence instead of a syntax error.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  await import("../src/main.ts");
} else {
  console.error(
    `convene: Node 22.18 or newer is needed, this is ${process.versions.node}; npx convene uses the right one`,
  );
  process.exitCode = 1;
}
