import type { Answer } from "./session.ts";

/** What somebody has put into the page's own form before this program had come; null where they have done nothing there. */
export function draftIn(page: HTMLElement): { key: string; value: Answer } | null {
  const form = page.querySelector<HTMLFormElement>("form:has([name=key])");
  if (!form) return null;
  const data = new FormData(form);
  const key = data.get("key");
  const values = data.getAll("value").filter((value) => typeof value === "string" && value !== "");
  const isTouched = values.length > 0 || form.contains(document.activeElement);
  if (typeof key !== "string" || !isTouched) return null;
  const isList = form.querySelector("input[type=checkbox][name=value]") !== null;
  return { key, value: isList ? (values as string[]) : ((values[0] as string | undefined) ?? null) };
}
