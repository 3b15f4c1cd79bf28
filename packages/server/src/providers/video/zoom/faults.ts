import { Refusal } from "#kernel/errors.ts";
import type { Answered } from "./answers.ts";

/** What Zoom's own codes mean for whoever asked us. The API's reference names them with each method. */
const meanings: Readonly<Record<number, string>> = {
  124: "Zoom does not accept the access token that it gave",
  200: "the Zoom account may not do this",
  300: "Zoom does not accept what it was asked for",
  429: "the Zoom account has made as many requests as it may",
  1001: "the Zoom user in whose name meetings are held does not exist",
  1010: "the Zoom user in whose name meetings are held belongs to another account",
  1120: "the Zoom user in whose name meetings are held has not accepted the invitation to the account",
  3000: "Zoom does not allow this for the meeting",
  3001: "Zoom has no such meeting",
  3002: "the meeting is in progress",
  3003: "the Zoom user in whose name meetings are held is not the meeting's host",
  3161: "the Zoom user in whose name meetings are held may not host or schedule meetings",
  4700: "the Zoom app's access token lacks what is needed",
  4711: "the Zoom app lacks a scope that is needed",
};

/** A clear refusal for what Zoom answered, with its own words for the log. */
export function refusalFor(what: string, answered: Answered): Refusal {
  if (answered.kind === "nothing") {
    const internal = `Zoom, ${what}: ${answered.words}`;
    return new Refusal("provider_unavailable", { detail: "Zoom gave no answer; try again later", internal });
  }
  const { status, code, words, retryAfter } = answered;
  const internal = `Zoom, ${what}: ${status}, code ${code ?? "none"}: ${words || "no words"}`;
  const wait = retryAfter === undefined ? undefined : Math.ceil(retryAfter / 1000);
  if (status === 429) {
    return new Refusal("provider_unavailable", { detail: meanings[429], retryAfter: wait, internal });
  }
  if (status >= 500) {
    const detail = "Zoom has a fault of its own; try again later";
    return new Refusal("provider_unavailable", { detail, retryAfter: wait, internal });
  }
  if (status < 300) {
    return new Refusal("provider_unavailable", {
      detail: "Zoom gave an answer that is not its own",
      internal,
    });
  }
  const detail = meanings[code ?? 0] ?? `Zoom refused (status ${status})`;
  return new Refusal("provider_refused", { detail, internal });
}

/** A refusal of the credentials themselves. */
export function credentialsRefusal(answered: Answered): Refusal {
  const refusal = refusalFor("access token", answered);
  if (refusal.code === "provider_unavailable") return refusal;
  const detail = "Zoom does not accept the credentials of its account";
  return new Refusal("provider_refused", { detail, internal: refusal.internal });
}
