import { formatInstant, formatOptionalInstant } from "#kernel/instant.ts";
import type { Mentorship } from "./mentorships-store.ts";
import type { Participant, Session } from "./store.ts";

export const presentSession = (session: Session) => ({
  id: session.id,
  mentorshipId: session.mentorshipId,
  scheduledAt: formatInstant(session.scheduledAt),
  durationMinutes: session.durationMinutes,
  timezone: session.timezone,
  notes: session.notes,
  status: session.status,
  agoraChannel: session.agoraChannel,
  cancelledAt: formatOptionalInstant(session.cancelledAt),
  cancelledBy: session.cancelledBy,
  completedAt: formatOptionalInstant(session.completedAt),
  createdAt: formatInstant(session.createdAt),
  updatedAt: formatInstant(session.updatedAt),
  mentorship: presentMentorship(session.mentorship),
  coach: presentParticipant(session.coach),
  teacher: presentParticipant(session.teacher),
});

export const presentMentorship = (mentorship: Mentorship) => ({
  id: mentorship.id,
  coachId: mentorship.coachId,
  teacherId: mentorship.teacherId,
  status: mentorship.status,
  createdAt: formatInstant(mentorship.createdAt),
  updatedAt: formatInstant(mentorship.updatedAt),
});

const presentParticipant = (participant: Participant) => ({
  id: participant.id,
  email: participant.email,
  firstName: participant.firstName,
  lastName: participant.lastName,
  avatarUrl: participant.avatarUrl,
});
