import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where `npm run dev` finds the server that is running beside it. */
const server = process.env.CONVENE_SERVER ?? "http://127.0.0.1:3000";

export default defineConfig({
  plugins: [react()],
  build: {
    // What is inlined as data: the page's Content-Security-Policy would refuse.
    assetsInlineLimit: 0,
    // Its check for old browsers is an inline script.
    modulePreload: { polyfill: false },
    // How long each plugin took is no news for whoever starts the server.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    proxy: {
      ...{ "/api": { target: server, ws: true }, "/v1": server },
      // The server makes prospects' pages itself, with the chat as it was built last.
      ...{ "/c/": server, "/status/": server, "/assets/": server },
    },
  },
});
