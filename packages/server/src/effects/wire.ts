import { countCursorFaults, cursorFaults, idCursorFaults } from "#kernel/cursor.ts";
import {
  EventWithEffects,
  ListEffects,
  ListEvents,
  ListJobs,
  One,
  OneEffect,
  OneJob,
  OneTroubledJob,
  PageOfEffects,
  PageOfEvents,
  PageOfJobs,
  Retried,
  RetryEffects,
} from "./schema.ts";

const readers = "Role OrganizationAdmin and up, or an API key with the scope events:read.";
const writers = "Role OrganizationAdmin and up, or an API key with the scope events:write.";
const operators = "PlatformAdmin alone.";

const events = {
  listEvents: {
    method: "GET",
    path: "/api/events",
    operationId: "listEvents",
    summary: "What happened, in the order in which it became visible: a feed to be polled",
    description: `${readers} The oldest first. Keep \`meta.next_cursor\` and ask again with it, with the same filter, now or next week: no event is missed and none comes twice. A new event is here within a second. Who changed what from where, newest first, is in the audit trail, GET /api/organizations/{id}/audit.`,
    query: ListEvents,
    queryFaults: idCursorFaults,
    success: [200, PageOfEvents],
    refusals: ["forbidden"],
  },
  getEvent: {
    method: "GET",
    path: "/api/events/:id",
    operationId: "getEvent",
    summary: "An event, and the e-mails, pushes and webhooks that follow from it",
    description: `${readers} What follows is planned a moment after the event; reminders follow from a time and from no event.`,
    params: One,
    success: [200, EventWithEffects],
    refusals: ["forbidden", "not_found"],
  },
} as const;

const effects = {
  listEffects: {
    method: "GET",
    path: "/api/effects",
    operationId: "listEffects",
    summary: "E-mails, pushes and webhooks with what became of them, newest first",
    description: `${readers} One for each recipient. What they say is not shown, but for the title. Kept for a while after they are over.`,
    query: ListEffects,
    queryFaults: cursorFaults,
    success: [200, PageOfEffects],
    refusals: ["forbidden"],
  },
  getEffect: {
    method: "GET",
    path: "/api/effects/:id",
    operationId: "getEffect",
    summary: "One e-mail, push or webhook with the attempts at it",
    description: readers,
    params: One,
    success: [200, OneEffect],
    refusals: ["forbidden", "not_found"],
  },
  retryEffect: {
    method: "POST",
    path: "/api/effects/:id/retry",
    operationId: "retryEffect",
    summary: "Send what failed, was dropped or waits for a later time now",
    description: `${writers} Under its old identity, by which the receiver can drop a repeat, and with all its tries before it. In its line it waits for those that were planned before it and are not over. 409 for what was delivered, whose content is gone (secrets are not kept), whose recipient is a webhook endpoint that is switched off or removed, or which is being sent at this moment.`,
    params: One,
    success: [200, OneEffect],
    refusals: ["forbidden", "not_found", "conflict"],
  },
  retryEffects: {
    method: "POST",
    path: "/api/effects/retry",
    operationId: "retryEffects",
    summary: "Send everything that failed and passes a filter once more",
    description: `${writers} At most 500 at a time, those planned first first; \`{}\` means all. What cannot be sent again (see retryEffect) is left out.`,
    body: RetryEffects,
    success: [200, Retried],
    refusals: ["forbidden"],
  },
} as const;

const jobs = {
  listJobs: {
    method: "GET",
    path: "/api/jobs",
    operationId: "listJobs",
    summary: "The organization's jobs that failed at least once, or cannot go on, newest first",
    description: `${readers} Jobs are what the server does for itself: planning e-mails, timers, deliveries. A receiver that cannot be reached is no failure of a job: that is in GET /api/effects. A failed job is tried again by itself, for about three days.`,
    query: ListJobs,
    queryFaults: countCursorFaults,
    success: [200, PageOfJobs],
    refusals: ["forbidden"],
  },
  retryJob: {
    method: "POST",
    path: "/api/jobs/:id/retry",
    operationId: "retryJob",
    summary: "Run a job that failed now, with all its attempts before it",
    description: `${writers} 404 for a job that has not failed or is over; 409 while it runs.`,
    params: OneJob,
    success: [200, OneTroubledJob],
    refusals: ["forbidden", "not_found", "conflict"],
  },
} as const;

/** The same for what belongs to no organization. */
const server = {
  listServerEffects: {
    ...effects.listEffects,
    path: "/api/server/effects",
    operationId: "listServerEffects",
    summary: "E-mails that belong to no organization, such as resets of passwords, newest first",
    description: operators,
    refusals: [],
  },
  getServerEffect: {
    ...effects.getEffect,
    path: "/api/server/effects/:id",
    operationId: "getServerEffect",
    summary: "One of them with the attempts at it",
    description: operators,
    refusals: ["not_found"],
  },
  retryServerEffect: {
    ...effects.retryEffect,
    path: "/api/server/effects/:id/retry",
    operationId: "retryServerEffect",
    summary: "Send one that failed or waits for a later time now",
    description: `${operators} 409 as in retryEffect: links that were mailed are secrets, and gone once they failed.`,
    refusals: ["not_found", "conflict"],
  },
  listServerJobs: {
    ...jobs.listJobs,
    path: "/api/server/jobs",
    operationId: "listServerJobs",
    summary: "Jobs of no organization, such as housekeeping, that failed at least once or cannot go on",
    description: operators,
    refusals: [],
  },
  retryServerJob: {
    ...jobs.retryJob,
    path: "/api/server/jobs/:id/retry",
    operationId: "retryServerJob",
    summary: "Run one of them that failed now",
    description: operators,
    refusals: ["not_found", "conflict"],
  },
} as const;

export const wire = { ...events, ...effects, ...jobs, ...server };
