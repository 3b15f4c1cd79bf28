import { memberRoute, type RouteGroup } from "#http/route.ts";
import { cancelRequest, cancelSession } from "./operations/cancel-session.ts";
import { confirmSession } from "./operations/confirm-session.ts";
import { declineSession } from "./operations/decline-session.ts";
import { getSession } from "./operations/get-session.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { requestSession } from "./operations/request-session.ts";
import { updateSession } from "./operations/update-session.ts";
import { presentSession } from "./presenter.ts";
import { readSilence } from "./reading.ts";
import type { Zoom } from "./scheduling.ts";
import type { Session } from "./store.ts";
import { wire } from "./wire.ts";

const read = { scope: "depositions:read" } as const;
const write = { scope: "depositions:write" } as const;

export interface Parts {
  /** Where the server is reached: the base of session_url. */
  publicUrl: string;
  zoom: Zoom;
}

/** The documented routes of depositions, and those of what follows: list, confirm, decline, update, cancel. */
export const depositionRoutes = ({ publicUrl, zoom }: Parts): RouteGroup => {
  const one = (session: Session) => ({ requests: [presentSession(session, publicUrl)] });
  return {
    contract: {
      tag: "depositions",
      badInput: "unprocessable",
      malformedBody: "malformed_json",
      errorShape: "problem",
    },
    routes: [
      memberRoute(wire.requestSession, write, async (context, { body }) =>
        one(await requestSession(context, zoom, body)),
      ),
      memberRoute(wire.requestSessionByAlias, write, async (context, { body }) =>
        one(await requestSession(context, zoom, body)),
      ),
      memberRoute(wire.listSessions, read, async (context, { query }) => {
        const { rows, page, limit, total } = await listSessions(context, query);
        const pagination = { page, limit, total, totalPages: Math.ceil(total / limit) };
        return { requests: rows.map((session) => presentSession(session, publicUrl)), pagination };
      }),
      memberRoute(wire.getSession, read, async (context, { params }) =>
        one(await getSession(context, params.id)),
      ),
      memberRoute(wire.confirmSession, write, async (context, { params, body }) =>
        one(await confirmSession(context, zoom, params.id, body)),
      ),
      memberRoute(wire.declineSession, write, async (context, { params, body }) =>
        one(await declineSession(context, params.id, body.reason)),
      ),
      memberRoute(wire.cancelRequest, write, async (context, { params, query, body }) =>
        one(await cancelRequest(context, params.id, readSilence(query, body))),
      ),
      memberRoute(wire.updateSession, write, async (context, { params, body }) =>
        one(await updateSession(context, params.id, body)),
      ),
      memberRoute(wire.cancelSession, write, async (context, { params, query, body }) =>
        one(await cancelSession(context, params.id, readSilence(query, body))),
      ),
    ],
  };
};
