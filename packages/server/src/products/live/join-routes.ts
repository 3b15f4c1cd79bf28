import { memberRoute, type Route } from "#http/route.ts";
import type { RoomParts } from "#rooms/parts.ts";
import { presentJoining, presentQueue } from "./join-presenter.ts";
import { joinWire as wire } from "./join-wire.ts";
import { callNext } from "./operations/call-next.ts";
import { getQueue } from "./operations/get-queue.ts";
import { joinQueue } from "./operations/join-queue.ts";
import { joinSession, prepareJoining } from "./operations/join-session.ts";
import { leaveQueue } from "./operations/leave-queue.ts";

const read = { scope: "live:read" } as const;
const write = { scope: "live:write" } as const;

/** Coming into a live session, and the line of office hours. */
export const joinRoutes = (rooms: RoomParts): Route[] => [
  memberRoute(
    wire.joinSession,
    {
      ...write,
      secret: true,
      prepare: (preparation, { params }) => prepareJoining(preparation, rooms, params.id),
    },
    async (context, { params }, prepared) =>
      presentJoining(await joinSession(context, rooms, params.id, prepared)),
  ),
  memberRoute(wire.getQueue, read, async (context, { params }) =>
    presentQueue(await getQueue(context, params.id)),
  ),
  memberRoute(wire.joinQueue, write, async (context, { params }) =>
    presentQueue(await joinQueue(context, params.id)),
  ),
  memberRoute(wire.leaveQueue, write, async (context, { params }) =>
    presentQueue(await leaveQueue(context, params.id)),
  ),
  memberRoute(wire.callNext, write, async (context, { params }) => {
    const { called, ...queue } = await callNext(context, params.id);
    return { called, queue: presentQueue(queue) };
  }),
];
