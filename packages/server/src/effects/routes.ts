import { accountRoute, memberRoute, type Offer, type Route } from "#http/route.ts";
import type { OpenRecipients } from "./effect.ts";
import { inspectorOf, serverInspectorOf } from "./inspector.ts";
import { getEffect } from "./operations/get-effect.ts";
import { getEvent } from "./operations/get-event.ts";
import { listEffects } from "./operations/list-effects.ts";
import { listEvents } from "./operations/list-events.ts";
import { listJobs } from "./operations/list-jobs.ts";
import { retryEffect } from "./operations/retry-effect.ts";
import { retryEffects } from "./operations/retry-effects.ts";
import { retryJob } from "./operations/retry-job.ts";
import { presentEffect, presentEffectWithHistory, presentEvent, presentJob } from "./presenter.ts";
import { models } from "./schema.ts";
import { wire } from "./wire.ts";

const read = { scope: "events:read" } as const;
const write = { scope: "events:write" } as const;

const pageOfEffects = ({ effects, next }: Awaited<ReturnType<typeof listEffects>>) => ({
  data: effects.map(presentEffect),
  meta: { next_cursor: next },
});
const pageOfJobs = ({ jobs, next }: Awaited<ReturnType<typeof listJobs>>) => ({
  data: jobs.map(presentJob),
  meta: { next_cursor: next },
});

/** The routes by which an organization sees what happened in it and what became of what follows. */
const organizationRoutes = (open: OpenRecipients): Route[] => [
  memberRoute(wire.listEvents, read, async (context, { query }) => {
    const { events, next, hasMore } = await listEvents(inspectorOf(context), query);
    return { data: events.map(presentEvent), meta: { next_cursor: next, has_more: hasMore } };
  }),
  memberRoute(wire.getEvent, read, async (context, { params }) => {
    const { event, effects, hasMoreEffects } = await getEvent(inspectorOf(context), params.id);
    return { data: { event: presentEvent(event), effects: effects.map(presentEffect), hasMoreEffects } };
  }),
  memberRoute(wire.listEffects, read, async (context, { query }) =>
    pageOfEffects(await listEffects(inspectorOf(context), query)),
  ),
  memberRoute(wire.getEffect, read, async (context, { params }) => ({
    data: presentEffectWithHistory(await getEffect(inspectorOf(context), params.id)),
  })),
  memberRoute(wire.retryEffects, write, async (context, { body }) => ({
    data: await retryEffects(inspectorOf(context), body, open),
  })),
  memberRoute(wire.retryEffect, write, async (context, { params }) => ({
    data: presentEffectWithHistory(await retryEffect(inspectorOf(context), params.id, open)),
  })),
  memberRoute(wire.listJobs, read, async (context, { query }) =>
    pageOfJobs(await listJobs(inspectorOf(context), query)),
  ),
  memberRoute(wire.retryJob, write, async (context, { params }) => ({
    data: presentJob(await retryJob(inspectorOf(context), params.id)),
  })),
];

/** The same for the operator, of what belongs to no organization. */
const serverRoutes = (open: OpenRecipients): Route[] => [
  accountRoute(wire.listServerEffects, {}, async (context, { query }) =>
    pageOfEffects(await listEffects(await serverInspectorOf(context), query)),
  ),
  accountRoute(wire.getServerEffect, {}, async (context, { params }) => ({
    data: presentEffectWithHistory(await getEffect(await serverInspectorOf(context), params.id)),
  })),
  accountRoute(wire.retryServerEffect, {}, async (context, { params }) => ({
    data: presentEffectWithHistory(await retryEffect(await serverInspectorOf(context), params.id, open)),
  })),
  accountRoute(wire.listServerJobs, {}, async (context, { query }) =>
    pageOfJobs(await listJobs(await serverInspectorOf(context), query)),
  ),
  accountRoute(wire.retryServerJob, {}, async (context, { params }) => ({
    data: presentJob(await retryJob(await serverInspectorOf(context), params.id)),
  })),
];

/** What inspection offers to the server. */
export const inspection = (open: OpenRecipients): Offer => ({
  routes: {
    contract: {
      tag: "inspection",
      badInput: "invalid_request",
      malformedBody: "malformed_json",
      errorShape: "problem",
    },
    routes: [...organizationRoutes(open), ...serverRoutes(open)],
  },
  models,
});
