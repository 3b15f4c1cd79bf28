import { createHmac } from "node:crypto";
import { jwtVerify } from "jose";
import { newName, newSecret } from "#kernel/ids.ts";
import { type SandboxAnswer, type SandboxRequest, serveOnLoopback } from "../loopback.ts";
import type { StreamCredentials } from "./stream.ts";

/** A call as the sandbox keeps it. */
interface SandboxCall {
  id: string;
  creator: string;
  createdAt: string;
  endedAt: string | null;
  blocked: string[];
}

export interface StreamSandbox {
  credentials: StreamCredentials;
  /** By `type:id`. */
  calls: ReadonlyMap<string, SandboxCall>;
  /** The headers that Stream sends with a webhook of this body. */
  sign(body: string): Record<string, string>;
  close(): Promise<void>;
}

/**
 * As much of Stream's video API as the adapter speaks, over HTTP: its checks of key, token and body, and its documented
 * errors. There is no media, and what it answers is marked as a sandbox's.
 */
export async function startStreamSandbox(): Promise<StreamSandbox> {
  const apiKey = `sandbox${newName(5)}`;
  const apiSecret = newSecret(48);
  const calls = new Map<string, SandboxCall>();
  const { url, close } = await serveOnLoopback(async (request) => {
    if (request.url.searchParams.get("api_key") !== apiKey) return fault(401, 2, "api_key not valid");
    if (!(await isFromServer(request, apiSecret))) return fault(401, 5, "Signature is not valid");
    return answer(calls, request);
  });
  return {
    credentials: { apiKey, apiSecret, url },
    calls,
    sign: (body) => ({
      "x-api-key": apiKey,
      "x-signature": createHmac("sha256", apiSecret).update(body).digest("hex"),
    }),
    close,
  };
}

/** Stream's errors: a code of its own, words, and the status. */
const fault = (status: number, code: number, message: string): SandboxAnswer => ({
  status,
  body: { code, message, StatusCode: status, duration: "0.00ms", more_info: "sandbox" },
});

async function isFromServer({ headers }: SandboxRequest, secret: string): Promise<boolean> {
  if (headers["stream-auth-type"] !== "jwt") return false;
  const key = new TextEncoder().encode(secret);
  const verified = await jwtVerify(headers.authorization ?? "", key, { algorithms: ["HS256"] }).catch(
    () => null,
  );
  return verified?.payload.server === true;
}

const callPath =
  /^\/api\/v2\/video\/call\/(?<type>[a-z]+)\/(?<id>[A-Za-z0-9_-]+)(?:\/(?<verb>mark_ended|block))?$/;

function answer(calls: Map<string, SandboxCall>, { method, url, body }: SandboxRequest): SandboxAnswer {
  if (method === "GET" && url.pathname === "/api/v2/app")
    return { status: 200, body: { app: { name: "sandbox" } } };
  const { type, id, verb } = callPath.exec(url.pathname)?.groups ?? {};
  if (!type || !id) return fault(404, 16, "not found");
  const cid = `${type}:${id}`;
  const call = calls.get(cid);
  if (method === "GET" && call)
    return { status: 200, body: { call: { id, type, cid, ended_at: call.endedAt } } };
  if (method !== "POST") return fault(404, 16, `Can't find call with id ${cid}`);
  if (verb === undefined) return getOrCreate(calls, { type, id }, body);
  if (!call) return fault(404, 16, `Can't find call with id ${cid}`);
  if (verb === "mark_ended") {
    if (call.endedAt) return fault(400, 4, "call already ended");
    call.endedAt = new Date().toISOString();
  } else {
    if (typeof body?.user_id !== "string") return fault(400, 4, "user_id is required");
    call.blocked.push(body.user_id);
  }
  return { status: 200, body: { duration: "0.00ms" } };
}

function getOrCreate(
  calls: Map<string, SandboxCall>,
  { type, id }: { type: string; id: string },
  body: SandboxRequest["body"],
): SandboxAnswer {
  const data = (body?.data ?? {}) as {
    created_by?: { id?: unknown };
    created_by_id?: unknown;
    starts_at?: unknown;
  };
  const creator = data.created_by?.id ?? data.created_by_id;
  if (typeof creator !== "string") {
    return fault(400, 4, "either data.created_by or data.created_by_id must be provided by server-side auth");
  }
  if (data.starts_at !== undefined && Number.isNaN(Date.parse(String(data.starts_at)))) {
    return fault(400, 4, "starts_at is not a date");
  }
  const cid = `${type}:${id}`;
  const created = !calls.has(cid);
  const call = calls.get(cid) ?? {
    ...{ id, creator, createdAt: new Date().toISOString(), endedAt: null, blocked: [] },
  };
  calls.set(cid, call);
  const shown = {
    id,
    type,
    cid,
    created_at: call.createdAt,
    ended_at: call.endedAt,
    custom: { sandbox: true },
  };
  return { status: created ? 201 : 200, body: { created, call: shown, members: [], duration: "0.00ms" } };
}
