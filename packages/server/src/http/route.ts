import { type Static, type TObject, type TSchema, Type } from "typebox";
import type {
  AccountContext,
  BearerContext,
  Context,
  GuestContext,
  PublicContext,
  ReadContext,
  Reading,
} from "#database/context.ts";
import type { KeyScope } from "#database/idempotency.ts";
import type { Database, Statements } from "#database/tenancy.ts";
import type { Account, Actor, Scope } from "#kernel/actor.ts";
import type { ErrorCode, FieldError } from "#kernel/errors.ts";
import type { Credentials } from "./authenticate.ts";
import type { Hook } from "./hook.ts";
import type { Page } from "./page.ts";
import type { SocketRoute } from "./socket-route.ts";
import type { UploadedFile } from "./upload.ts";

/** What all routes of one product share: how they answer to bad input, and in which shape. */
export interface Contract {
  /** The OpenAPI tag. */
  tag: string;
  /** What malformed bodies, parameters and queries answer: 400 or 422, as the product's document says. */
  badInput: "invalid_request" | "unprocessable";
  /** What a body that is no JSON at all answers. */
  malformedBody: "malformed_json" | "unprocessable";
  /** A body is let through where its route takes none: the product's document allows unknown members. */
  allowsUnknownMembers?: boolean;
  /** RFC 9457 problem details, or live's documented `{error, message}`. */
  errorShape: "problem" | "live";
}

/** A route's wire: everything that its OpenAPI entry says. */
export interface Wire {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With `:name` for each path parameter. */
  path: string;
  operationId: string;
  summary: string;
  description?: string;
  params?: TObject;
  query?: TObject;
  body?: TSchema;
  /** The body may be left out, which then means `{}`. */
  bodyOptional?: boolean;
  /**
   * What no schema can state about the body. It runs beside the schema, so that every fault is named at once, and
   * therefore gets whatever was sent. What the schema has named already is not named again.
   */
  bodyFaults?: (body: unknown, now: Date) => readonly FieldError[];
  /** The same for the query, whose pointers start with `?`. */
  queryFaults?: (query: unknown, now: Date) => readonly FieldError[];
  success: readonly [status: number, schema: TSchema, description?: string];
  /** The media type of success: JSON, where it says no other. */
  media?: "text/event-stream" | "text/csv" | "application/octet-stream";
  /** The catalogue codes that this route can answer with beyond those that every route of its access can. */
  refusals?: readonly ErrorCode[];
}

type Part<Schema> = Schema extends TSchema ? Static<Schema> : undefined;

export interface Input<W extends Wire> {
  params: Part<W["params"]>;
  query: Part<W["query"]>;
  body: Part<W["body"]>;
}

interface ContextOf {
  /** A member of the organization in whose name the request runs, or one of its API keys. */
  member: Context;
  /** A person, whatever organization they are in. */
  account: AccountContext;
  /** Whoever shows the secret of one thing as a bearer token, such as a prospect the token of their session. */
  bearer: BearerContext;
  /** Anyone, known where a credential is sent. */
  guest: GuestContext;
  /** Anyone. */
  public: PublicContext;
}
export type Access = keyof ContextOf;

/** GET changes nothing, so it gets no transaction. */
type ContextFor<A extends Access, W extends Pick<Wire, "method">> = W["method"] extends "GET"
  ? Reading<ContextOf[A]>
  : ContextOf[A];

/** What work before the transaction has at hand. */
export interface Preparation {
  database: Database;
  now: Date;
  actor: Actor | null;
  person: Account | null;
  /** Where the request came from. */
  address: string;
  /** What the caller showed; null on public and bearer routes. */
  credentials: Credentials | null;
  /** The secret of one thing, on bearer routes. */
  bearer: string | null;
  /** What was uploaded, on routes that take a file; null where there was none. It is read here or not at all. */
  file: UploadedFile | null;
  /** Null where the request carries no Idempotency-Key. */
  repeatable: Repeatable | null;
}

/** A request that may be repeated under its Idempotency-Key. */
export interface Repeatable {
  scope: KeyScope;
  /** The same for the same request. */
  fingerprint: string;
  /** Whether it was answered before, so that this is a repeat that only reads the answer. */
  isAnswered(tx: Statements): Promise<boolean>;
}

interface Options<Prepared = unknown, W extends Wire = Wire> {
  /** What an API key needs to call it, or one of these; where it is absent, keys are refused. */
  scope?: Scope | readonly Scope[];
  /** The answer, or a header of it, holds a secret: it is encrypted where it is stored for an Idempotency-Key. */
  secret?: boolean;
  /**
   * On bearer routes: a browser may show the secret in a cookie in place of the header. Its name begins so, and it
   * holds `<:id>.<secret>`.
   */
  keptIn?: string;
  /** Whose personal data the answer holds, as an id: one stored for an Idempotency-Key is deleted with them. */
  about?: (input: Input<W>) => string;
  /**
   * It does nothing but ask the database: what it asks first may travel with the claim of its Idempotency-Key, and is
   * undone where another request has the key.
   */
  asksOnly?: boolean;
  /** The body is a form with fields, as the wire's `body` says, and after them a file of so many bytes at most. */
  takesFile?: { field: string; mostBytes: number };
  /** Most requests a minute from one address, where guessing must be slow. */
  perMinute?: number;
  /**
   * The path's `:id` is the organization in whose name the request runs, whatever header or token say; one
   * that the caller is not in answers 404.
   */
  organizationInPath?: boolean;
  /**
   * Slow work such as hashing a password, done before the transaction begins so that it holds no database
   * connection. Its result is the third argument of `run`, which is where the state of things is judged: a
   * repeat under an Idempotency-Key passes here before its first answer is found.
   */
  prepare?: (preparation: Preparation, input: Input<W>) => Promise<Prepared>;
  /**
   * What is done once the transaction is over, whatever came of it, such as letting go of what was prepared and not
   * used. The answer waits for it, and does not change should it fail.
   */
  afterwards?: (preparation: Preparation, prepared: Prepared) => Promise<void>;
}

export interface Route extends Omit<Options, "about" | "prepare" | "afterwards"> {
  wire: Wire;
  access: Access;
  /** It stays open; `run` answers the topic whose readers it joins, and is asked again while it is open. */
  isStream?: boolean;
  about?: (input: never) => string;
  prepare?: (preparation: Preparation, input: never) => Promise<unknown>;
  afterwards?: (preparation: Preparation, prepared: never) => Promise<void>;
  run: (context: never, input: Input<Wire>, prepared: never) => Promise<unknown>;
}

/**
 * A body with response headers, from a route that needs them. The body may be a Readable, which is sent as fast as it
 * is taken, once the transaction is over; it is destroyed when the caller goes away.
 */
export class Answer {
  readonly body: unknown;
  readonly headers: Record<string, string>;
  constructor(body: unknown, headers: Record<string, string>) {
    this.body = body;
    this.headers = headers;
  }
}

const routeFor =
  <A extends Access>(access: A) =>
  <const W extends Wire, Prepared = undefined>(
    wire: W,
    options: Options<Prepared, W>,
    run: (context: ContextFor<A, W>, input: Input<W>, prepared: Prepared) => Promise<unknown>,
  ): Route => ({ ...options, wire, access, run: run as Route["run"] });

/** Pairs a wire with the operation that answers it. */
export const memberRoute = routeFor("member");
export const accountRoute = routeFor("account");
export const guestRoute = routeFor("guest");
export const bearerRoute = routeFor("bearer");
export const publicRoute = routeFor("public");

/** A stream's wire: the rest of it is alike for all. */
export type StreamWire = Pick<
  Wire,
  "path" | "operationId" | "summary" | "description" | "params" | "refusals"
>;

/**
 * A stream of Server-Sent Events for members. `watch` refuses whom it is not for, and answers its topic; while it is
 * open it is asked again whenever the caller's standing changes, and now and then.
 */
export const streamRoute = <const W extends StreamWire>(
  wire: W,
  options: { scope: Scope },
  watch: (context: ReadContext, input: { params: Part<W["params"]> }) => Promise<string>,
): Route => ({
  ...options,
  wire: { ...wire, method: "GET", query: StreamQuery, success: streamed, media: "text/event-stream" },
  access: "member",
  isStream: true,
  run: watch as unknown as Route["run"],
});

const StreamQuery = Type.Object({
  lastEventId: Type.Optional(
    Type.String({
      description:
        "The same as the header Last-Event-ID, for clients that cannot send it; the header counts before it",
    }),
  ),
});

const streamed = [200, Type.String(), "Server-Sent Events, until either side ends it"] as const;

/** A product's routes with the contract that they share. */
export interface RouteGroup {
  contract: Contract;
  routes: readonly Route[];
}

/** What a product puts on the server: its routes, the named models that they refer to, and pages and WebSockets where it has some. */
export interface Offer {
  routes: RouteGroup;
  models: readonly TSchema[];
  pages?: readonly Page[];
  sockets?: readonly SocketRoute[] | undefined;
  hooks?: readonly Hook[];
}
