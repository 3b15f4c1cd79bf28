import { memberRoute, type RouteGroup, streamRoute } from "#http/route.ts";
import { formatInstant } from "#kernel/instant.ts";
import type { CallTokensOfOrganizations } from "#rooms/call-tokens.ts";
import { mentorshipTopic } from "./broadcast.ts";
import { cancelSession } from "./operations/cancel-session.ts";
import { createMentorship } from "./operations/create-mentorship.ts";
import { findWarnings } from "./operations/find-warnings.ts";
import { getMentorship } from "./operations/get-mentorship.ts";
import { getSession } from "./operations/get-session.ts";
import { issueCallToken } from "./operations/issue-call-token.ts";
import { listMentorships } from "./operations/list-mentorships.ts";
import { listSessions } from "./operations/list-sessions.ts";
import { scheduleSession } from "./operations/schedule-session.ts";
import { sendReaction } from "./operations/send-reaction.ts";
import { updateMentorship } from "./operations/update-mentorship.ts";
import { updateSession } from "./operations/update-session.ts";
import { presentMentorship, presentSession } from "./presenter.ts";
import { wire } from "./wire.ts";

const read = { scope: "mentorship:read" } as const;
const write = { scope: "mentorship:write" } as const;

/** The documented routes of mentorship, and those of the mentorships themselves. */
export const mentorshipRoutes = (callTokens: CallTokensOfOrganizations): RouteGroup => ({
  contract: {
    tag: "mentorship",
    badInput: "invalid_request",
    malformedBody: "malformed_json",
    errorShape: "problem",
  },
  routes: [
    memberRoute(wire.listSessions, read, async (context, { query }) => {
      const { total, rows } = await listSessions(context, query);
      return { data: rows.map(presentSession), meta: { total_count: total } };
    }),
    memberRoute(wire.scheduleSession, { ...write, asksOnly: true }, async (context, { body }) => {
      const { session, warnings } = await scheduleSession(context, body);
      return withWarnings(presentSession(session), warnings);
    }),
    memberRoute(wire.getSession, read, async (context, { params }) => ({
      data: presentSession(await getSession(context, params.id)),
    })),
    memberRoute(wire.updateSession, write, async (context, { params, body }) => {
      const session = await updateSession(context, params.id, body);
      return withWarnings(presentSession(session), await findWarnings(context, session));
    }),
    memberRoute(wire.cancelSession, write, async (context, { params }) => ({
      data: presentSession(await cancelSession(context, params.id)),
    })),
    memberRoute(wire.issueCallToken, read, async (context, { params }) => {
      const token = await issueCallToken(context, callTokens, params.id);
      return { data: { ...token, expiresAt: formatInstant(token.expiresAt) } };
    }),
    memberRoute(wire.sendReaction, write, async (context, { params, body }) => {
      await sendReaction(context, params.id, body.emoji);
      return { success: true };
    }),
    memberRoute(wire.listMentorships, read, async (context, { query }) => {
      const { total, rows } = await listMentorships(context, query);
      return { data: rows.map(presentMentorship), meta: { total_count: total } };
    }),
    memberRoute(wire.createMentorship, write, async (context, { body }) => ({
      data: presentMentorship(await createMentorship(context, body)),
    })),
    memberRoute(wire.getMentorship, read, async (context, { params }) => ({
      data: presentMentorship(await getMentorship(context, params.id)),
    })),
    streamRoute(wire.watchMentorship, read, async (context, { params }) =>
      mentorshipTopic((await getMentorship(context, params.id)).id),
    ),
    memberRoute(wire.updateMentorship, write, async (context, { params, body }) => ({
      data: presentMentorship(await updateMentorship(context, params.id, body.status)),
    })),
  ],
});

const withWarnings = <Data, Warning>(data: Data, warnings: Warning[]) =>
  warnings.length > 0 ? { data, warnings } : { data };
