import { formatOptionalInstant } from "#kernel/instant.ts";
import { handoverPage, sessionPage } from "./pages.ts";
import type { Invite, Session } from "./store.ts";

/** A session as the contract shows it; `publicUrl` is where the server is reached. */
export const presentSession = (session: Session, publicUrl: string) => {
  const sessionUrl = sessionPage(session, publicUrl);
  return {
    id: session.id,
    session_state: session.state,
    session_url: sessionUrl,
    remote_session_id: session.remoteSessionId,
    session_request: {
      session_type: session.sessionType,
      deponent: { name: session.deponentName, email: session.deponentEmail, role: session.deponentRole },
      invites: session.invites.map(presentInvite),
    },
    remote_session: {
      title: session.title,
      case: session.caseName,
      start_date: session.startDate,
      start_time: session.startTime,
      time_zone: session.timeZone,
      estimated_duration: session.estimatedDuration,
    },
    session_details: {
      language: session.language,
      additional_details: session.additionalDetails ?? undefined,
      interpreter: session.interpreter ?? undefined,
      preferred_manager: session.preferredManager,
      video_provider: session.videoProvider,
      session_type: session.sessionType,
    },
    notice: session.notice,
    cancelation_requested: formatOptionalInstant(session.cancelationRequestedAt),
    provider_specific_details: sessionUrl &&
      session.meeting && {
        meeting_id: session.meeting.meetingId,
        password: session.meeting.password,
        provider_join_url: session.meeting.joinUrl,
        prevail_join_url: handoverPage(sessionUrl),
      },
  };
};

const presentInvite = ({ email, accessLevel }: Invite) =>
  accessLevel === "host" ? { email, access_level: accessLevel } : { email };
