import type { Static, TObject, TSchema } from "typebox";
import type { AccountContext, Context, PublicContext } from "#database/context.ts";
import type { Scope } from "#kernel/actor.ts";
import type { ErrorCode } from "#kernel/errors.ts";

/** What all routes of one product share: how they answer to bad input, and in which shape. */
export interface Contract {
  /** The OpenAPI tag. */
  tag: string;
  /** What malformed bodies, parameters and queries answer: 400 or 422, as the product's document says. */
  badInput: "invalid_request" | "unprocessable";
  /** What a body that is no JSON at all answers. */
  malformedBody: "malformed_json" | "unprocessable";
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
  success: readonly [status: number, schema: TSchema, description?: string];
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
  /** Anyone. */
  public: PublicContext;
}
export type Access = keyof ContextOf;

interface Options {
  /** What an API key needs to call it; where it is absent, keys are refused. */
  scope?: Scope;
  /** The answer holds a secret: it is encrypted where it is stored for an Idempotency-Key. */
  secret?: boolean;
  /** Most requests a minute from one address, where guessing must be slow. */
  perMinute?: number;
}

export interface Route extends Options {
  wire: Wire;
  access: Access;
  run: (context: never, input: Input<Wire>) => Promise<unknown>;
}

/** A body with response headers, from a route that needs them. */
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
  <const W extends Wire>(
    wire: W,
    options: Options,
    run: (context: ContextOf[A], input: Input<W>) => Promise<unknown>,
  ): Route => ({ ...options, wire, access, run: run as Route["run"] });

/** Pairs a wire with the operation that answers it. */
export const memberRoute = routeFor("member");
export const accountRoute = routeFor("account");
export const publicRoute = routeFor("public");

/** A product's routes with the contract that they share. */
export interface RouteGroup {
  contract: Contract;
  routes: readonly Route[];
}
