import { answerOf, createApi, Problem, Unreachable } from "@convene/sdk";
import type { Surroundings } from "./conversation.ts";
import type { Fault, Kept, Unsent } from "./outbox.ts";
import type { Session } from "./session.ts";
import { upload } from "./upload.ts";

/** What the browser gives a conversation: its storage, its clock, and the way to the server. */
export function surroundingsOf(id: string, onChange: () => void): Surroundings {
  const api = createApi();
  const params = { path: { id } };
  const under = (key: string) => ({ params, headers: { "idempotency-key": key } });
  return {
    recall: () => recall(id),
    remember: (kept) => remember(id, kept),
    send({ id: once, key, value, file }, onProgress) {
      if (file) return upload(id, once, key, file, onProgress);
      const path = "/api/public/screening-sessions/{id}/answers";
      return answerOf<Session>(api.POST(path, { ...under(once), body: { key, value: storedForm(value) } }));
    },
    finish: (once) => answerOf<Session>(api.POST("/api/public/screening-sessions/{id}/finish", under(once))),
    look: () => answerOf<Session>(api.GET("/api/public/screening-sessions/{id}", { params })),
    judge,
    after(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
    newId,
    onChange,
  };
}

/** Files go another way. */
const storedForm = (value: Unsent["value"]) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? null : value;

const place = (id: string): string => `convene.chat.${id}`;
const nothing: Kept = { answers: [], finish: null };

/** Nothing where the browser keeps nothing (private windows, blocked storage). */
function recall(id: string): Kept {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(place(id)) ?? "{}") as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

/** Of a session that is over nothing stays on the device. */
export const forget = (id: string): void => remember(id, nothing);

function remember(id: string, kept: Kept): void {
  try {
    if (kept.answers.length === 0 && kept.finish === null) localStorage.removeItem(place(id));
    else localStorage.setItem(place(id), JSON.stringify(kept));
  } catch {
    // They live as long as the page, then.
  }
}

/** Not `crypto.randomUUID`, which browsers have only where the page came over https. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What a fault means for what was sent. */
function judge(fault: unknown): Fault {
  if (!(fault instanceof Problem)) {
    // Nobody has answered, or something in between has: the page where one signs in to a café's network, say.
    return { kind: "passing", isOffline: fault instanceof Unreachable, after: null };
  }
  const { status, code, errors, retryAfter } = fault;
  if (status === 413) return { kind: "value", isTooLarge: true };
  const isForeign = code === "unknown";
  const isPassing = status >= 500 || status === 429 || status === 408 || code === "request_in_progress";
  if (isPassing || isForeign) return { kind: "passing", isOffline: false, after: retryAfter };
  if (status === 401 || status === 403 || status === 404) return { kind: "lost" };
  // A file is refused as a whole.
  const isValue = errors.some(({ pointer }) => pointer === "/value" || pointer === "/file");
  return isValue ? { kind: "value", isTooLarge: false } : { kind: "state" };
}
