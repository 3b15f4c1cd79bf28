import { type FieldError, Refusal } from "#kernel/errors.ts";
import type { Contract } from "./route.ts";

export interface RenderedError {
  status: number;
  contentType: string;
  body: Record<string, unknown>;
}

/** More bad members than a person would read are cut off, so that a hostile body cannot ask for a huge answer. */
const mostFieldErrors = 100;

/** A refusal in the shape that the product's document promises. */
export function renderRefusal(
  refusal: Refusal,
  shape: Contract["errorShape"],
  requestId: string,
): RenderedError {
  const { status, code, title, detail } = refusal;
  const errors: FieldError[] | undefined = refusal.errors?.slice(0, mostFieldErrors);
  if (shape === "live") {
    const body = { error: code, message: detail ?? title, requestId, errors };
    return { status, contentType: "application/json; charset=utf-8", body };
  }
  const body = { type: `urn:convene:problem:${code}`, title, status, detail, code, requestId, errors };
  return { status, contentType: "application/problem+json; charset=utf-8", body };
}

/** What an unknown fault answers: nothing but the request id, which finds it in the log. */
export const unknownFault = (): Refusal => new Refusal("internal_error");
