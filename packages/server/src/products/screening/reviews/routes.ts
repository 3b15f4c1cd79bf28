import { Readable } from "node:stream";
import { Answer, memberRoute, type Route, streamRoute } from "#http/route.ts";
import { attachment } from "#kernel/attachment.ts";
import { refuse } from "#kernel/errors.ts";
import { mayView } from "../policy.ts";
import { queueTopic } from "./broadcast.ts";
import { countSessions } from "./operations/count-sessions.ts";
import { exportSessions } from "./operations/export-sessions.ts";
import { getFile } from "./operations/get-file.ts";
import { getQueued } from "./operations/get-queued.ts";
import { listQueue } from "./operations/list-queue.ts";
import { presentCounts, presentQueueItem, presentTemplateCounts } from "./presenter.ts";
import { queueStream, queueWire } from "./wire.ts";

const read = { scope: "screening:read" } as const;

/** Bytes of a file that are made before its reader takes them. */
const ahead = 64 * 1024;

/** What reviewers read: the queue, what became of it, and files of it all. */
export const queueRoutes: Route[] = [
  memberRoute(queueWire.listQueue, read, async (context, { query }) => {
    const { items, nextCursor } = await listQueue(context, query);
    return { data: items.map(presentQueueItem), meta: { next_cursor: nextCursor } };
  }),
  memberRoute(queueWire.getQueued, read, async (context, { params }) =>
    presentQueueItem(await getQueued(context, params.id)),
  ),
  memberRoute(queueWire.countSessions, read, async (context) => {
    const { templates, total } = await countSessions(context);
    return { data: templates.map(presentTemplateCounts), total: presentCounts(total) };
  }),
  memberRoute(
    queueWire.exportSessions,
    { ...read, perMinute: 60, prepare: async ({ database }) => database },
    async (context, { query }, database) => {
      const { name, text } = await exportSessions(context, database, query);
      return new Answer(Readable.from(text, { objectMode: false, highWaterMark: ahead }), {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": attachment(name),
        "cache-control": "private, no-store",
      });
    },
  ),
  memberRoute(queueWire.getFile, read, async (context, { params }) => {
    const { name, content } = await getFile(context, params.id);
    return new Answer(content, {
      "content-type": "application/octet-stream",
      "content-disposition": attachment(name),
      // Should a browser show it all the same, nothing in it runs or loads.
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, no-store",
    });
  }),
  streamRoute(queueStream.watchQueue, read, async ({ actor }) => {
    if (!mayView(actor)) throw refuse("forbidden", "it takes the role Coach");
    return queueTopic;
  }),
];
