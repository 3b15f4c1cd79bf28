import {
  AttendanceAnswer,
  Done,
  IssueTicket,
  RoomId,
  RoomParticipantId,
  TicketAnswer,
  VisitAnswer,
  VisitRoom,
} from "./schema.ts";

/** What is answered to who has no right to it: 404 also for what is another organization's. */
const door = ["unauthenticated", "forbidden", "insufficient_scope", "not_found"] as const;

export const wire = {
  getRoom: {
    method: "GET",
    path: "/api/rooms/:id",
    operationId: "getRoom",
    summary: "What a session's room is, and whether you can enter it",
    description:
      "For whoever may enter, whether or not they can now. A deposition is entered by Manager and up and by those who are invited as hosts, being members, at once; by others who are invited, and by Coach and up, when a host admits them. A mentorship call is entered at once by its coach, who hosts, its teacher, and Manager and up. A live session is hosted by the member whom `host_id` names, else its creator, by the creator, and by Manager and up; who has a seat comes in as soon as it is live, and watches where more than 12 have seats; in office hours they are called. A room opens 15 minutes before the start, or when the session was begun where that is earlier, and closes 30 minutes after the planned end, or what the operator sets; where none is planned, and while people are in it, 12 hours after the start. The session is looked for in the organization that is chosen, then in the caller's others. An API key needs the read scope of the product.",
    params: RoomId,
    success: [200, VisitAnswer],
    refusals: door,
  },
  visitRoom: {
    method: "POST",
    path: "/api/rooms/:id/visit",
    operationId: "visitRoom",
    summary: "The same for a guest with an invitation",
    description:
      "The invitation alone says who the guest is, whatever credential there is. `invitation_invalid` is the one answer for an invitation that was never made, was taken back, or whose session was canceled. Changes nothing.",
    params: RoomId,
    body: VisitRoom,
    success: [200, VisitAnswer],
    refusals: ["invitation_invalid", ...door],
  },
  issueTicket: {
    method: "POST",
    path: "/api/rooms/:id/tickets",
    operationId: "issueRoomTicket",
    summary: "Get a ticket to enter a room",
    description:
      "A ticket is for one person and one coming, within a minute; whoever comes again, also after their connection was cut, gets another one. With an `invitation` it alone says who one is. Who has no account gives a `name`; a member goes by the name of their account. `room_not_open` says when the room opens; `room_removed` is final.",
    params: RoomId,
    body: IssueTicket,
    bodyOptional: true,
    success: [201, TicketAnswer],
    refusals: [
      ...(["invitation_invalid", ...door] as const),
      ...(["room_not_open", "room_over", "room_canceled", "room_removed"] as const),
    ],
  },
  readAttendance: {
    method: "GET",
    path: "/api/rooms/:id/attendance",
    operationId: "readRoomAttendance",
    summary: "Who attended a session, and when",
    description:
      "For the session's hosts, Manager and up, and API keys with the read scope of its product. First those who came, in the order in which they did, then those who were expected and did not come, at most 1,000 of a live session. `final` once the session is over and everybody has left; at a provider outside, and for connections whose end nobody told, five minutes after the end: they ended with it. The event `rooms.attendance.finished` tells of it.",
    params: RoomId,
    success: [200, AttendanceAnswer],
    refusals: ["forbidden", "not_found"],
  },
  removeParticipant: {
    method: "POST",
    path: "/api/rooms/:id/participants/:participantId/remove",
    operationId: "removeRoomParticipant",
    summary: "Put somebody out of a room for good",
    description:
      "For the session's hosts, Manager and up, and API keys with the write scope of its product. Their tickets are worth nothing from then on, and they get no new one. Again is no change. Nobody removes themselves.",
    params: RoomParticipantId,
    success: [200, Done],
    refusals: ["forbidden", "not_found"],
  },
} as const;
