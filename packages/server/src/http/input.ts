import type { FastifyRequest } from "fastify";
import { badInput, type FieldError } from "#kernel/errors.ts";
import { closed } from "#kernel/schema.ts";
import { findUnstorable } from "#kernel/text.ts";
import type { Contract, Input, Route } from "./route.ts";
import { type Check, compileCheck, type Prefix, parseQuery, prefixed } from "./validation.ts";

/** Checks parameters, query and body together at `now` and names every bad member of all three. */
export function inputCheck(
  { wire }: Route,
  contract: Contract,
): (request: FastifyRequest, now: Date) => Input<never> {
  const { params, query, bodyOptional = false, bodyFaults = none, queryFaults = none } = wire;
  const checkParams = params ? compileCheck(params, ":") : none;
  const checkQuery = query ? compileCheck(query, "?") : none;
  const checkBody = bodyCheck(wire.body, contract);
  return (request, now) => {
    const input = {
      params: request.params,
      query: parseQuery(request.query as Record<string, unknown>, query?.properties ?? {}),
      body: request.body === undefined && bodyOptional ? {} : request.body,
    };
    const faults = [
      ...faultsIn(input.params, checkParams, ":"),
      ...faultsIn(input.query, checkQuery, "?"),
      ...faultsIn(input.body, checkBody, ""),
    ];
    const ruled = [...queryFaults(input.query, now), ...bodyFaults(input.body, now)];
    const errors = withUnnamed(faults, ruled);
    if (errors.length > 0) throw badInput(contract.badInput, errors);
    return input as Input<never>;
  };
}

const none: Check = () => [];

/** A route that takes no body refuses what is sent as one, unless its contract lets unknown members through. */
function bodyCheck(schema: Route["wire"]["body"], { allowsUnknownMembers = false }: Contract): Check {
  if (schema) return compileCheck(schema, "");
  return allowsUnknownMembers ? none : (body) => (body === undefined ? [] : checkNoMembers(body));
}
const checkNoMembers = compileCheck(closed({}), "");

/** What a check finds in one part of the input, and what PostgreSQL could not keep whatever the schema says. */
function faultsIn(part: unknown, check: Check, prefix: Prefix): FieldError[] {
  // First, because the check may put clean text in the place of what was sent.
  const unstorable = findUnstorable(part);
  const faults = check(part);
  const others = unstorable.map(({ pointer, detail }) => ({ pointer: prefixed(pointer, prefix), detail }));
  return withUnnamed(faults, others).map(aboutTheBody);
}

/** The first faults and those others whose pointers these have not named already. */
function withUnnamed(first: readonly FieldError[], others: readonly FieldError[]): FieldError[] {
  const named = new Set(first.map(({ pointer }) => pointer));
  return [...first, ...others.filter(({ pointer }) => !named.has(pointer))];
}

/** The pointer of the whole body is empty, so its sentence says what it is about. */
const aboutTheBody = (fault: FieldError): FieldError =>
  fault.pointer === "" ? { pointer: "", detail: `the body ${fault.detail}` } : fault;
