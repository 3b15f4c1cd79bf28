import { memberRoute, type RouteGroup, streamRoute } from "#http/route.ts";
import type { RoomParts } from "#rooms/parts.ts";
import { liveTopic } from "./broadcast.ts";
import { joinRoutes } from "./join-routes.ts";
import { cancelSession } from "./operations/cancel-session.ts";
import { createSession } from "./operations/create-session.ts";
import { endSession } from "./operations/end-session.ts";
import { getRegistration } from "./operations/get-registration.ts";
import { getSession } from "./operations/get-session.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { register } from "./operations/register.ts";
import { startSession } from "./operations/start-session.ts";
import { unregister } from "./operations/unregister.ts";
import { updateSession } from "./operations/update-session.ts";
import { mayManage } from "./policy.ts";
import { presentRegistration, presentSession } from "./presenter.ts";
import { wire } from "./wire.ts";

const read = { scope: "live:read" } as const;
const write = { scope: "live:write" } as const;

/** The documented route of live, and what goes beyond it. */
export const liveRoutes = (rooms: RoomParts): RouteGroup => ({
  contract: {
    tag: "live",
    badInput: "invalid_request",
    allowsUnknownMembers: true,
    malformedBody: "malformed_json",
    errorShape: "live",
  },
  routes: [
    memberRoute(wire.listSessions, read, async (context, { query }) => {
      const { sessions, nextCursor } = await listSessions(context, query);
      return { data: sessions.map(presentSession), next_cursor: nextCursor };
    }),
    memberRoute(wire.createSession, write, async (context, { body }) =>
      presentSession(await createSession(context, body)),
    ),
    memberRoute(wire.getSession, read, async (context, { params }) =>
      presentSession(await getSession(context, params.id)),
    ),
    streamRoute(wire.watchSession, read, async (context, { params }) => {
      const session = await getSession(context, params.id);
      return liveTopic(session.id, mayManage(context.actor, session));
    }),
    memberRoute(wire.updateSession, write, async (context, { params, body }) =>
      presentSession(await updateSession(context, params.id, body)),
    ),
    memberRoute(wire.startSession, write, async (context, { params }) =>
      presentSession(await startSession(context, params.id)),
    ),
    memberRoute(wire.endSession, write, async (context, { params }) =>
      presentSession(await endSession(context, params.id)),
    ),
    memberRoute(wire.cancelSession, write, async (context, { params }) =>
      presentSession(await cancelSession(context, params.id)),
    ),
    memberRoute(wire.getRegistration, read, async (context, { params }) =>
      presentRegistration(await getRegistration(context, params.id)),
    ),
    memberRoute(wire.register, write, async (context, { params, body }) =>
      presentRegistration(await register(context, params.id, body.waitlist ?? false)),
    ),
    memberRoute(wire.unregister, write, async (context, { params }) =>
      presentRegistration(await unregister(context, params.id)),
    ),
    ...joinRoutes(rooms),
  ],
});
