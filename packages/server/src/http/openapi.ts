import type { FastifyDynamicSwaggerOptions } from "@fastify/swagger";
import { type TObject, type TSchema, Type } from "typebox";
import { catalogue, type ErrorCode } from "#kernel/errors.ts";
import type { Contract, Route } from "./route.ts";

const FieldError = Type.Object({
  pointer: Type.String({
    description:
      "RFC 6901 pointer into the body, `?name` of a query parameter, or `:name` of a path parameter",
  }),
  detail: Type.String(),
});

/** RFC 9457 problem details. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    code: Type.String({ description: "What to branch on; the other texts are for people" }),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(FieldError, { description: "Every bad member of the input" })),
  },
  { $id: "Problem", additionalProperties: false },
);

/** Live's documented error body. */
export const LiveError = Type.Object(
  {
    error: Type.String({ description: "What to branch on" }),
    message: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(FieldError)),
  },
  { $id: "LiveError", additionalProperties: false },
);

/** The codes that a route can answer with whatever it does. */
function commonRefusals(route: Route, contract: Contract): ErrorCode[] {
  const isWrite = route.wire.method !== "GET";
  const takesCookie = route.access === "bearer" ? route.keptIn !== undefined : route.access !== "public";
  return [
    ...(route.access === "public" ? [] : (["unauthenticated"] as const)),
    ...organizationRefusals(route),
    ...(isWrite && takesCookie ? (["foreign_origin"] as const) : []),
    ...(isWrite
      ? ([
          "invalid_idempotency_key",
          "request_in_progress",
          "idempotency_key_reused",
          "body_too_large",
          "unsupported_media_type",
          contract.malformedBody,
        ] as const)
      : []),
    contract.badInput,
    // What a path says is read before its route is known, so broken percent-encoding answers alike for all.
    ...(route.wire.params ? (["invalid_request"] as const) : []),
    ...(route.perMinute || route.access === "member" ? (["too_many_requests"] as const) : []),
    "internal_error",
    "unavailable",
  ];
}

function organizationRefusals(route: Route): ErrorCode[] {
  if (route.access === "account") return ["forbidden"];
  if (route.access !== "member") return [];
  const forKeys = route.scope ? "insufficient_scope" : "forbidden";
  return route.organizationInPath
    ? ["not_found", forKeys]
    : ["no_organization_context", "not_a_member", "not_found", forKeys];
}

/** The Fastify schema of a route, from which both serialisation and the OpenAPI entry come. */
export function describeRoute(route: Route, contract: Contract): object {
  const { wire } = route;
  const [status, schema, description] = wire.success;
  const parts = {
    params: wire.params,
    querystring: wire.query,
    body: route.takesFile ? withFile(wire.body, route.takesFile.field) : wire.body,
    headers: route.isStream ? StreamHeaders : wire.method === "GET" ? undefined : IdempotencyHeaders,
  };
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, part]) => part)),
    operationId: wire.operationId,
    summary: wire.summary,
    description: wire.description,
    tags: [contract.tag],
    ...(route.takesFile ? { consumes: ["multipart/form-data"] } : {}),
    ...securityOf(route),
    ...(wire.bodyOptional ? { [optionalBody]: true } : {}),
    response: {
      [status]: {
        description: description ?? wire.summary,
        ...(route.access === "member" ? { headers: limitHeaders } : {}),
        content: { [wire.media ?? "application/json"]: { schema } },
      },
      ...refusalAnswers([...(wire.refusals ?? []), ...commonRefusals(route, contract)], contract),
    },
  };
}

/** The form that a route takes, with its file as the last part. */
function withFile(body: TSchema | undefined, field: string): TSchema {
  const { properties, required: _, ...rest } = (body ?? Type.Object({})) as TObject;
  const file = Type.Unsafe<string>({
    type: "string",
    format: "binary",
    description: "After the other parts",
  });
  return Type.Object({ ...properties, [field]: file }, rest);
}

/** Marks an operation for `relaxBodies`. */
const optionalBody = "x-optional-body";

type Document = Parameters<NonNullable<FastifyDynamicSwaggerOptions["transformObject"]>>[0];

/** The library says of every body that it is required; those that may be left out are not. */
function relaxBodies(document: Document) {
  if (!("openapiObject" in document)) throw new Error("the document is not OpenAPI 3");
  const paths = Object.values(document.openapiObject.paths ?? {});
  for (const operation of paths.flatMap((path) => [path?.post, path?.put, path?.patch, path?.delete])) {
    if (!operation?.requestBody || !(optionalBody in operation)) continue;
    Object.assign(operation.requestBody, { required: false });
    Reflect.deleteProperty(operation, optionalBody);
  }
  return document.openapiObject;
}

function securityOf({ access, isStream }: Route): { security?: object[] } {
  if (isStream) return { security: [{ bearer: [] }, { cookie: [] }, { ticket: [] }] };
  if (access === "public") return { security: [] };
  if (access === "guest") return { security: [{}, { bearer: [] }, { cookie: [] }] };
  return access === "bearer" ? { security: [{ secret: [] }] } : {};
}

const IdempotencyHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      description: "Makes a repeat within 24 hours answer what the first request answered",
    }),
  ),
});

const StreamHeaders = Type.Object({
  "last-event-id": Type.Optional(
    Type.String({ description: "The `id` of the event that was seen last: what came after it comes first" }),
  ),
});

const limitHeader = (description: string) => Type.Integer({ description });

const retryAfter = limitHeader("Seconds after which it is worth another try");

/** What every answer to a member carries; refusals too, where it is not said again. */
const limitHeaders = {
  "x-ratelimit-limit": limitHeader(
    "Requests that the organization's plan allows in a minute; absent where it does not limit them",
  ),
  "x-ratelimit-remaining": limitHeader("Those that are left in this minute"),
  "x-ratelimit-reset": limitHeader("Seconds until the next one begins"),
};

function refusalAnswers(codes: readonly ErrorCode[], contract: Contract): Record<number, object> {
  const [media, schema]: [string, TSchema] =
    contract.errorShape === "live"
      ? ["application/json", Type.Ref("LiveError")]
      : ["application/problem+json", Type.Ref("Problem")];
  const byStatus = Map.groupBy(new Set(codes), (code) => catalogue[code].status);
  const answers = [...byStatus].map(([status, same]) => {
    const description = same.map((code) => `\`${code}\`: ${catalogue[code].title}`).join("\n\n");
    const headers = status === 429 ? { headers: { "retry-after": retryAfter } } : {};
    return [status, { description, ...headers, content: { [media]: { schema } } }];
  });
  return Object.fromEntries(answers);
}

/** What the document says beside its routes. */
export const documentOptions = (version: string): FastifyDynamicSwaggerOptions => ({
  openapi: {
    openapi: "3.1.0",
    info: {
      title: "Convene",
      version,
      description:
        "Schedules sessions, lets the right people join them, and reviews what came of them: legal depositions, live group sessions, screening chats and mentorship sessions.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/", description: "This server" }],
    tags: [
      { name: "depositions", description: "Legal depositions: requested, scheduled, canceled" },
      { name: "live", description: "Group sessions with capacity, registration and a waiting list" },
      { name: "screening", description: "Questionnaires, what prospects answered, and the one review" },
      { name: "mentorship", description: "Video sessions of a coach and a teacher" },
      { name: "identity", description: "People, organizations, sign-in, invitations, API keys, audit trail" },
      { name: "calendar feed", description: "One's sessions in one's own calendar program" },
      { name: "devices", description: "Phones and browsers that get one's push notifications" },
      { name: "notifications", description: "Who is reminded, and which e-mail came back" },
      { name: "events", description: "Streams of what happens, and tickets for them" },
      { name: "webhooks", description: "Endpoints that are told of events, and what was sent to them" },
      { name: "health", description: "For whatever watches the server" },
    ],
    security: [{ bearer: [] }, { cookie: [] }],
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", description: "An access token (JWT) or an API key" },
        secret: {
          type: "http",
          scheme: "bearer",
          description: "The secret of one thing, such as the token of a prospect's session",
        },
        cookie: { type: "apiKey", in: "cookie", name: "convene_sign_in" },
        ticket: {
          type: "apiKey",
          in: "query",
          name: "ticket",
          description: "From POST /api/events/tickets, for a client that can send no header; good once",
        },
      },
    },
  },
  transformObject: relaxBodies,
  refResolver: {
    buildLocalReference: (json, _base, _fragment, index) => String(json.$id ?? `schema-${index}`),
  },
});
