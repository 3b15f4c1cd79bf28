import { guestRoute, memberRoute, type RouteGroup } from "#http/route.ts";
import { roomsContract } from "./contract.ts";
import { readInvitation } from "./invitation.ts";
import { issueTicket } from "./operations/issue-ticket.ts";
import { readAttendance } from "./operations/read-attendance.ts";
import { removeByRequest } from "./operations/remove-by-request.ts";
import { visitRoom } from "./operations/visit-room.ts";
import type { RoomParts } from "./parts.ts";
import { presentAttendance, presentTicket, presentVisit } from "./presenter.ts";
import { deadInvitation } from "./visitor.ts";
import { wire } from "./wire.ts";

const read = { scope: ["depositions:read", "live:read", "mentorship:read"] } as const;
const write = { scope: ["depositions:write", "live:write", "mentorship:write"] } as const;

/** Most requests a minute from one address, behind which a whole office may sit. */
const perMinute = 600;

/** The routes of rooms; what goes on in one goes over its WebSocket. */
export const roomRoutes = (parts: RoomParts): RouteGroup => {
  /** Before the transaction, so that a forged invitation costs no query. */
  const check = async (invitation: string | undefined): Promise<string | null> => {
    if (invitation === undefined) return null;
    const id = readInvitation(parts.vault, invitation);
    if (id === null) throw deadInvitation();
    return id;
  };
  return {
    contract: roomsContract,
    routes: [
      guestRoute(wire.getRoom, { perMinute }, async (context, { params }) =>
        presentVisit(await visitRoom(parts, context, { pathId: params.id, invitationId: null })),
      ),
      guestRoute(
        wire.visitRoom,
        { perMinute, prepare: (_, { body }) => check(body.invitation) },
        async (context, { params }, invitationId) =>
          presentVisit(await visitRoom(parts, context, { pathId: params.id, invitationId })),
      ),
      guestRoute(
        wire.issueTicket,
        { perMinute, secret: true, prepare: (_, { body }) => check(body.invitation) },
        async (context, { params, body }, invitationId) => {
          const shown = { pathId: params.id, invitationId, name: body.name ?? null };
          return presentTicket(await issueTicket(parts, context, shown));
        },
      ),
      memberRoute(wire.readAttendance, read, async (context, { params }) =>
        presentAttendance(await readAttendance(parts, context, params.id)),
      ),
      memberRoute(wire.removeParticipant, write, async (context, { params }) => {
        await removeByRequest(parts, context, params.id, params.participantId);
        return { success: true };
      }),
    ],
  };
};
