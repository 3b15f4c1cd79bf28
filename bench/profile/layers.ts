import type { CallFrame } from "./inspector.ts";

/** Where a server's time can go, in the order in which a request meets them. */
export const layers = [
  "HTTP",
  "authentication",
  "tenancy",
  "SQL",
  "operation",
  "serialisation",
  "what follows",
  "garbage collection",
  "native code",
] as const;
export type Layer = (typeof layers)[number];

export const layerMeaning: Record<Layer, string> = {
  HTTP: "sockets' JavaScript, parsing, routing, checks of input, idempotency, headers, the log's line",
  authentication: "the credential, and what is known of whoever bears it",
  tenancy: "transactions and the organization that each is bound to",
  SQL: "pg, and what makes statements and rows",
  operation: "the product's own rules",
  serialisation: "domain → wire → JSON",
  "what follows": "relay, jobs, effects, mail, open streams",
  "garbage collection": "V8's collector, on the main thread",
  "native code":
    "what V8 and the operating system do without JavaScript on the stack: reading and polling sockets",
};

/** The first whose pattern fits a frame's place decides. Places are relative to the checkout. */
const places: readonly [RegExp, Layer][] = [
  [/^packages\/server\/src\/http\/(authenticate|origin)\.ts/, "authentication"],
  [/^packages\/server\/src\/(http\/serializers|products\/.*presenter|kernel\/instant)/, "serialisation"],
  [/^packages\/server\/src\/(http|kernel\/(schema|text))/, "HTTP"],
  [
    /^packages\/server\/src\/(events|effects|notifications|webhooks|realtime|streams|metrics)\//,
    "what follows",
  ],
  [/^packages\/server\/src\/products\/.*\/(subscribers|tasks|notices|broadcast|agenda)/, "what follows"],
  [/^packages\/server\/src\/identity\//, "authentication"],
  [/^packages\/server\/src\/database\/(tenancy|binding|context|role|alone)/, "tenancy"],
  [/^packages\/server\/src\/(database\/|.*store\.ts)/, "SQL"],
  [/^packages\/server\/src\//, "operation"],
  [/^node_modules\/(pg|pg-[a-z]+|postgres-[a-z]+|pgpass|sql-template-tag)\//, "SQL"],
  [/^node_modules\/jose\//, "authentication"],
  [
    /^node_modules\/(fast-json-stringify|@fastify\/fast-json-stringify-compiler|json-schema-ref-resolver)\//,
    "serialisation",
  ],
  [/^node_modules\/(graphile-worker|nodemailer|ical-generator|prom-client|web-push)\//, "what follows"],
  [/^node_modules\//, "HTTP"],
  // Sockets as such belong to whoever writes to them: the HTTP server or pg.
  [/^node:(_http|internal\/http|http)/, "HTTP"],
];

/** Code that fast-json-stringify compiles has no file, but names; the checks of input that ajv compiles too. */
const generated: readonly [RegExp, Layer][] = [
  [/^(main|anonymous\d+|serialize[A-Z]?\w*)$/, "serialisation"],
  [/^validate\d+$/, "HTTP"],
];

const binding = /^packages\/server\/src\/database\/(tenancy|binding)/;

/** Who works for a stack of frames, outermost first: the innermost frame that belongs to somebody. */
export function layerOf(stack: readonly CallFrame[], checkout: string): Layer {
  const name = stack.at(-1)?.functionName;
  if (name === "(garbage collector)") return "garbage collection";
  for (let at = stack.length - 1; at >= 0; at -= 1) {
    const frame = stack[at] as CallFrame;
    const layer = ownerOf(frame, checkout);
    if (!layer) continue;
    // A statement that tenancy itself sends, such as the one that binds a transaction.
    if (layer === "SQL" && isSentByTenancy(stack.slice(0, at), checkout)) return "tenancy";
    return layer;
  }
  return "native code";
}

function ownerOf(frame: CallFrame, checkout: string): Layer | undefined {
  if (frame.url === "") return generated.find(([pattern]) => pattern.test(frame.functionName))?.[1];
  const place = placeOf(frame, checkout);
  return places.find(([pattern]) => pattern.test(place))?.[1];
}

function isSentByTenancy(callers: readonly CallFrame[], checkout: string): boolean {
  const own = callers.findLast((frame) => placeOf(frame, checkout).startsWith("packages/server/src/"));
  return own !== undefined && binding.test(placeOf(own, checkout));
}

/** A frame's file relative to the checkout, or `node:…` as it is. */
export function placeOf({ url }: CallFrame, checkout: string): string {
  return decodeURI(url)
    .replace(`file://${checkout}/`, "")
    .replace(/^.*\/node_modules\//, "node_modules/");
}
