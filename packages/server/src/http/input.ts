import type { FastifyRequest } from "fastify";
import { badInput, type FieldError } from "#kernel/errors.ts";
import { findUnstorable } from "#kernel/text.ts";
import type { Contract, Input, Route } from "./route.ts";
import { type Check, compileCheck, type Prefix, parseQuery, prefixed } from "./validation.ts";

/** Checks parameters, query and body together and names every bad member of all three. */
export function inputCheck(route: Route, contract: Contract): (request: FastifyRequest) => Input<never> {
  const { params, query, body, bodyOptional = false, bodyFaults = none } = route.wire;
  const checkParams = params ? compileCheck(params, ":") : none;
  const checkQuery = query ? compileCheck(query, "?") : none;
  const checkBody = body ? compileCheck(body, "") : none;
  return (request) => {
    const input = {
      params: request.params,
      query: parseQuery(request.query as Record<string, unknown>, query?.properties ?? {}),
      body: request.body === undefined && bodyOptional ? {} : request.body,
    };
    const errors = [
      ...faultsIn(input.params, checkParams, ":"),
      ...faultsIn(input.query, checkQuery, "?"),
      ...faultsIn(input.body, checkBody, ""),
      ...bodyFaults(input.body),
    ];
    if (errors.length > 0) throw badInput(contract.badInput, errors);
    return input as Input<never>;
  };
}

const none: Check = () => [];

/** What a check finds in one part of the input, and what PostgreSQL could not keep whatever the schema says. */
function faultsIn(part: unknown, check: Check, prefix: Prefix): FieldError[] {
  // First, because the check may put clean text in the place of what was sent.
  const unstorable = findUnstorable(part);
  const faults = check(part);
  if (!unstorable) return faults;
  const pointer = prefixed(unstorable.pointer, prefix);
  const isNamed = faults.some((fault) => fault.pointer === pointer);
  return isNamed ? faults : [...faults, { pointer, detail: unstorable.detail }];
}
