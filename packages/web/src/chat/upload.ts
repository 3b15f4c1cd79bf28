import { Problem, Unreachable } from "@convene/sdk";
import type { Session } from "./session.ts";

/**
 * Sends a file as the answer to a question. Not by fetch, which does not say how far it has come. Rejects with `Problem`
 * or `Unreachable`, as the client of the API does.
 */
export function upload(
  sessionId: string,
  idempotencyKey: string,
  key: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<Session> {
  const form = new FormData();
  // In this order: the server knows the question before the first byte of the file comes.
  form.append("key", key);
  form.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/public/screening-sessions/${sessionId}/files`);
    request.setRequestHeader("idempotency-key", idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onerror = () => reject(new Unreachable("the server cannot be reached"));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status < 300 && body) resolve(body as Session);
      else reject(new Problem(answerTo(request), body));
    };
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The part of an answer that a `Problem` is made of. */
function answerTo(request: XMLHttpRequest): Response {
  const retryAfter = request.getResponseHeader("retry-after");
  return new Response(null, {
    status: request.status,
    headers: retryAfter === null ? {} : { "retry-after": retryAfter },
  });
}
