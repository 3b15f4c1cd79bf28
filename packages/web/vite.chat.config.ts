import { defineConfig } from "vite";

/** The chat of prospects: one script and one style of its own, small enough for a bad phone connection. */
export default defineConfig({
  publicDir: false,
  build: {
    assetsInlineLimit: 0,
    modulePreload: false,
    // By it the server finds the two files for its page.
    manifest: true,
    rolldownOptions: { input: { chat: "src/chat/main.tsx" }, checks: { pluginTimings: false } },
  },
});
