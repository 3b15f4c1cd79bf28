import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Attendee } from "./attendance.ts";
import type { IssuedTicket } from "./operations/issue-ticket.ts";
import type { Attendance } from "./operations/read-attendance.ts";
import type { Visit } from "./operations/visit-room.ts";

export const presentVisit = ({
  subject,
  organizationName,
  entrant,
  enters,
  isRemoved,
  window,
  now,
}: Visit) => ({
  id: subject.pathId,
  product: subject.product,
  title: subject.title,
  organizationName,
  startsAt: formatInstant(subject.startsAt),
  endsAt: formatOptionalInstant(subject.endsAt),
  timeZone: subject.timeZone,
  provider: subject.provider,
  now: formatInstant(now),
  entry: {
    state: window.state,
    opensAt: formatInstant(window.opensAt),
    closesAt: formatInstant(window.closesAt),
  },
  you: {
    name: entrant.name,
    role: entrant.role,
    enters,
    asksName: entrant.name === null,
    removed: isRemoved,
  },
  features: {
    mayBeRecorded: subject.mayBeRecorded,
    hasRecord: subject.hasRecord,
    hasReactions: subject.hasReactions,
  },
});

export const presentTicket = ({ ticket, expiresAt, socketUrl, participantId, provider }: IssuedTicket) => ({
  ticket,
  expiresAt: formatInstant(expiresAt),
  socketUrl,
  participantId,
  provider,
});

export const presentAttendance = ({ subject, row, people }: Attendance) => ({
  id: subject.pathId,
  roomId: row?.id ?? null,
  product: subject.product,
  sessionId: subject.sessionId,
  startsAt: formatInstant(subject.startsAt),
  endsAt: formatOptionalInstant(subject.endsAt),
  beganAt: formatOptionalInstant(row?.beganAt ?? null),
  endedAt: formatOptionalInstant(row?.endedAt ?? null),
  final: Boolean(row?.reportedAt),
  people: people.map(presentAttendee),
});

const presentAttendee = (attendee: Attendee) => ({
  participantId: attendee.participantId,
  personId: attendee.personId,
  invitationId: attendee.invitationId,
  name: attendee.name,
  role: attendee.role,
  attended: attendee.comings.length > 0,
  present: attendee.isPresent,
  firstJoinedAt: formatOptionalInstant(attendee.firstJoinedAt),
  lastLeftAt: formatOptionalInstant(attendee.lastLeftAt),
  totalSeconds: attendee.seconds,
  comings: attendee.comings.map(({ joinedAt, leftAt }) => ({
    joinedAt: formatInstant(joinedAt),
    leftAt: formatOptionalInstant(leftAt),
  })),
});
