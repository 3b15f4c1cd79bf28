import { memberRoute, type Preparation, type Route, type RouteGroup } from "#http/route.ts";
import { presentRecording, type RecordingLinks } from "#rooms/recording/index.ts";
import type { VideoProviders } from "#rooms/video-provider.ts";
import { cancelRequest, cancelSession } from "./operations/cancel-session.ts";
import { confirmSession } from "./operations/confirm-session.ts";
import { declineSession } from "./operations/decline-session.ts";
import { getSession } from "./operations/get-session.ts";
import { listRecordings } from "./operations/list-recordings.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { letGoOfMeeting, prepareConfirmation, prepareRequest } from "./operations/prepare-meeting.ts";
import { requestSession } from "./operations/request-session.ts";
import { updateSession } from "./operations/update-session.ts";
import { presentSession } from "./presenter.ts";
import { readSilence } from "./reading.ts";
import { presentRecordings } from "./recordings-presenter.ts";
import type { ConfirmSession, RequestSession } from "./schema.ts";
import type { Session } from "./store.ts";
import { wire } from "./wire.ts";

interface Confirming {
  params: { id: string };
  body: ConfirmSession;
}

const read = { scope: "depositions:read" } as const;
const write = { scope: "depositions:write" } as const;

export interface Parts {
  /** Where the server is reached: the base of session_url. */
  publicUrl: string;
  /** Who makes the meetings of `zoom_meeting`. */
  zoom: VideoProviders;
  /** Links to what was recorded. */
  recordings: RecordingLinks;
}

/** The documented routes of depositions, and those of what follows: list, confirm, decline, update, cancel. */
export const depositionRoutes = ({ publicUrl, zoom, recordings }: Parts): RouteGroup => {
  const one = (session: Session) => ({ requests: [presentSession(session, publicUrl)] });
  const { requesting, confirming } = withMeeting(zoom);
  return {
    contract: {
      tag: "depositions",
      badInput: "unprocessable",
      malformedBody: "malformed_json",
      errorShape: "problem",
    },
    routes: [
      memberRoute(wire.requestSession, requesting, async (context, { body }, prepared) =>
        one(await requestSession(context, body, prepared)),
      ),
      memberRoute(wire.requestSessionByAlias, requesting, async (context, { body }, prepared) =>
        one(await requestSession(context, body, prepared)),
      ),
      memberRoute(wire.listSessions, read, async (context, { query }) => {
        const { rows, page, limit, total } = await listSessions(context, query);
        const pagination = { page, limit, total, totalPages: Math.ceil(total / limit) };
        return { requests: rows.map((session) => presentSession(session, publicUrl)), pagination };
      }),
      memberRoute(wire.getSession, read, async (context, { params }) =>
        one(await getSession(context, params.id)),
      ),
      memberRoute(wire.confirmSession, confirming, async (context, { params, body }, prepared) =>
        one(await confirmSession(context, params.id, body, prepared)),
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
      listingRecordings(recordings),
    ],
  };
};

const listingRecordings = (links: RecordingLinks): Route =>
  memberRoute(wire.listRecordings, read, async (context, { params }) => {
    const until = links.expiry(context.now);
    const listed = await listRecordings(context, params.id);
    return presentRecordings(
      listed.map((recording) => presentRecording(recording, links, until)),
      until,
    );
  });

/** What schedules: the meeting is made before the transaction, and let go of when nothing came of it. */
const withMeeting = (zoom: VideoProviders) => ({
  requesting: {
    ...write,
    prepare: (preparation: Preparation, { body }: { body: RequestSession }) =>
      prepareRequest(zoom, preparation, body),
    afterwards: letGoOfMeeting,
  },
  confirming: {
    ...write,
    prepare: (preparation: Preparation, { params, body }: Confirming) =>
      prepareConfirmation(zoom, preparation, params.id, body),
    afterwards: letGoOfMeeting,
  },
});
