import { type FieldError, Refusal } from "#kernel/errors.ts";
import type { Contract } from "./route.ts";

export interface RenderedError {
  status: number;
  contentType: string;
  body: Record<string, unknown>;
}

/** More than a person would read is cut off, so that a hostile body cannot ask for a huge answer. */
const mostFieldErrors = 100;
const longestText = 1_000;

/** A refusal in the shape that the product's document promises. */
export function renderRefusal(
  refusal: Refusal,
  shape: Contract["errorShape"],
  requestId: string,
): RenderedError {
  const { status, code, title } = refusal;
  const detail = refusal.detail && cut(refusal.detail);
  const errors = refusal.errors?.slice(0, mostFieldErrors).map(cutFieldError);
  if (shape === "live") {
    const body = { error: code, message: detail ?? title, requestId, errors };
    return { status, contentType: "application/json; charset=utf-8", body };
  }
  const body = { type: `urn:convene:problem:${code}`, title, status, detail, code, requestId, errors };
  return { status, contentType: "application/problem+json; charset=utf-8", body };
}

const cutFieldError = ({ pointer, detail }: FieldError): FieldError => ({
  pointer: cut(pointer),
  detail: cut(detail),
});

const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}…`.toWellFormed() : text;

/** What an unknown fault answers: nothing but the request id, which finds it in the log. */
export const unknownFault = (): Refusal => new Refusal("internal_error");
