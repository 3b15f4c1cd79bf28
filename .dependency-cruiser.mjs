const server = "^packages/server/src";
const products = ["depositions", "live", "mentorship", "screening"];

/** From a folder of the server to anything of the project that the list does not allow. */
const only = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: "error",
  from: { path: `${server}/${from}/`, pathNot: "\\.test\\.ts$" },
  to: {
    path: "^packages/",
    pathNot: ["/node_modules/", ...[from, ...allowed].map((folder) => `${server}/${folder}`)],
  },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("kernel", [], "the kernel is pure and imports nothing of the project"),
    only("database", ["kernel/"], "the database knows only the kernel"),
    only("events", ["kernel/", "database/"], "events are rows"),
    only(
      "effects",
      ["kernel/", "database/", "events/", "http/route"],
      "effects know no product and no channel",
    ),
    only(
      "notifications",
      ["kernel/", "database/", "events/", "effects/", "http/(route|page)"],
      "notifications are told by products what to say",
    ),
    only(
      "webhooks",
      ["kernel/", "database/", "events/", "effects/", "notifications/", "http/route"],
      "webhooks are events for others",
    ),
    only("metrics", ["kernel/", "database/", "events/", "effects/"], "metrics look at what waits"),
    only("http", ["kernel/", "database/"], "HTTP is told the rest by compose.ts"),
    only("realtime", ["kernel/", "database/", "events/"], "realtime hands on what products say of events"),
    only(
      "streams",
      ["kernel/", "database/", "events/", "http/(route|authenticate)"],
      "streams of products are theirs",
    ),
    only(
      "rooms",
      ["kernel/", "database/", "events/", "http/(route|page|hook|socket-route)"],
      "rooms belong to no product",
    ),
    only(
      "providers",
      [
        "kernel/",
        "rooms/",
        "notifications/[a-z-]*port",
        "webhooks/[a-z-]*port",
        "realtime/port",
        "database/(listener|notifier|pool)",
      ],
      "an adapter knows its port and the kernel; the one that is the database itself, what notifies",
    ),
    only(
      "identity",
      ["kernel/", "database/", "events/", "effects/", "notifications/", "http/(route|page|authenticate)"],
      "identity is below the products",
    ),
    only(
      "calendar-feed",
      ["kernel/", "database/", "events/", "notifications/", "identity/index", "http/(route|page)"],
      "the feed is given the products' agendas by compose.ts",
    ),
    ...products.map((product) =>
      only(
        `products/${product}`,
        [
          "kernel/",
          "database/",
          "events/",
          "rooms/",
          "notifications/",
          "identity/index",
          "http/(route|page)",
        ],
        "products never import each other",
      ),
    ),
    {
      name: "pure-files",
      comment: "schema, wire, lifecycle, policy and presenter are pure: no database, no HTTP, no events",
      severity: "error",
      from: {
        path: ["products/[^/]+", "products/screening/[a-z]+", "identity"].map(
          (folder) => `${server}/${folder}/([a-z-]*(schema|wire)|lifecycle|policy|presenter)\\.ts$`,
        ),
      },
      to: { path: `${server}/(database|http|events|rooms)/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "sql-in-stores",
      comment: "SQL stands in store files, database/ and events/ alone",
      severity: "error",
      from: { path: `${server}/`, pathNot: `${server}/(database|events)/|[a-z-]*store\\.ts$|\\.test\\.ts$` },
      to: { path: `${server}/database/statement` },
    },
    {
      name: "fastify-in-http",
      comment: "Fastify is known in http/ alone, and as a type in compose.ts and composition/",
      severity: "error",
      from: { path: `${server}/`, pathNot: `${server}/(http/|compose\\.ts$|composition/)` },
      to: { path: "node_modules/(@?fastify)" },
    },
    {
      name: "routes-only-routes",
      comment:
        "of http, products import route.ts from routes.ts and index.ts alone, and page.ts from their pages",
      severity: "error",
      from: { path: `${server}/products/`, pathNot: "(routes|index)\\.ts$|/pages/|\\.test\\.ts$" },
      to: { path: `${server}/http/` },
    },
    {
      name: "server-knows-no-client",
      comment: "the pages and the SDK know the server by its OpenAPI document, and the server knows neither",
      severity: "error",
      from: { path: `${server}/` },
      to: { path: "^packages/(web|sdk)/" },
    },
    {
      name: "sdk-imports",
      comment: "the SDK is made from openapi.json and runs anywhere",
      severity: "error",
      from: { path: "^packages/sdk/src/" },
      to: { path: "^packages/(server|web)/" },
    },
    {
      name: "web-imports",
      comment: "web talks through the SDK alone",
      severity: "error",
      from: { path: "^packages/web/src/" },
      to: { path: "^packages/", pathNot: "^packages/(web/src|sdk/src)/|/node_modules/" },
    },
    {
      name: "web-runs-in-browsers",
      comment: "what runs in a browser has nothing of Node",
      severity: "error",
      from: { path: "^packages/(web|sdk)/src/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "chat-stands-apart",
      comment:
        "the chat of prospects is loaded over bad phone connections: nothing of the console comes with it",
      severity: "error",
      from: { path: "^packages/web/src/chat/" },
      to: {
        path: "^packages/web/src/|node_modules/(react|react-dom|react-aria[^/]*|@tanstack)/",
        pathNot: "^packages/web/src/(chat/|design/tokens\\.css$)",
      },
    },
    {
      name: "design-imports",
      comment: "the design language knows no product",
      severity: "error",
      from: { path: "^packages/web/src/design/" },
      to: { path: "^packages/", pathNot: "^packages/web/src/design/" },
    },
    {
      name: "compose-sees-everything",
      comment: "adapters are picked in compose.ts and composition/ alone",
      severity: "error",
      from: {
        path: `${server}/`,
        pathNot: `${server}/(compose\\.ts$|composition/|providers/)|\\.test\\.ts$`,
      },
      to: { path: `${server}/providers/` },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.ts$|/test/" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node"] },
    parser: "swc",
  },
};
