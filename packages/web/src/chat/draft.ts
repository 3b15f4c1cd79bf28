/** What somebody has put into a form and not sent yet, and as the answer to which question. */
export interface Draft {
  key: string;
  value: string | string[] | null;
}

/** What was written before this program had come, here or when this tab last showed the session. */
export function draftOf(page: HTMLElement, id: string): Draft | null {
  const own = draftIn(page);
  return own?.value?.length ? own : (keptDraft(id) ?? own);
}

/** What somebody has put into the page's own form before this program had come; null where they have done nothing there. */
function draftIn(page: HTMLElement): Draft | null {
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

const place = (id: string): string => `convene.chat.draft.${id}`;

/**
 * Keeps what is being written in a session for as long as the tab lives: a phone drops a page that it does not show.
 * Null forgets it.
 */
export function keepDraft(id: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(place(id), JSON.stringify(draft));
    else sessionStorage.removeItem(place(id));
  } catch {
    // It lives as long as the page, then.
  }
}

function keptDraft(id: string): Draft | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(id)) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}
