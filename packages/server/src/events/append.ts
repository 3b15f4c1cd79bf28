import type { Static } from "typebox";
import type { Context, PublicContext } from "#database/context.ts";
import { sql } from "#database/statement.ts";
import type { Transaction } from "#database/tenancy.ts";
import { newId } from "#kernel/ids.ts";
import type { catalogue, EventType } from "./catalogue.ts";

/** The channel that is signalled when there are new events. */
export const eventsChannel = "convene_events";

/** Who made it happen, where that is no actor: a prospect, or the server itself. */
export interface Author {
  kind: "person" | "key" | "prospect" | "system";
  id: string | null;
}

export interface NewEvent<Type extends EventType> {
  type: Type;
  /** The session, person, key … that it happened to. */
  subjectId: string | number;
  /** The subject's version after the change, drawn under its row lock; 1 where a subject has no versions. */
  version?: number;
  payload: Static<(typeof catalogue)[Type]["payload"]>;
}

/** Appends an event of the actor's organization, with the commit of the change that it tells of. */
export const append = <Type extends EventType>(context: Context, event: NewEvent<Type>): void =>
  appendFor(context, context.actor.organizationId, context.actor, event);

/** Appends many events of the actor's organization in one statement. */
export const appendAll = (context: Context, events: readonly NewEvent<EventType>[]): void =>
  insert(context, context.actor.organizationId, context.actor, events);

/** Appends an event where the author is no actor, or the organization not the actor's. */
export const appendFor = <Type extends EventType>(
  context: PublicContext,
  organizationId: string,
  author: Author,
  event: NewEvent<Type>,
): void => insert(context, organizationId, author, [event]);

interface ServerWork {
  tx: Transaction;
  organizationId: string;
  now: Date;
  /** Which part of the server did it: stands in the place of a request's id. */
  task: string;
}

/** Appends events of what the server did by itself, in one statement. */
export const appendByServer = (
  { tx, organizationId, now, task }: ServerWork,
  events: readonly NewEvent<EventType>[],
): void => {
  const origin = { requestId: task, ip: null, userAgent: null };
  insert({ tx, now, origin }, organizationId, { kind: "system", id: null }, events);
};

function insert(
  { tx, now, origin }: PublicContext,
  organizationId: string,
  author: Author,
  events: readonly NewEvent<EventType>[],
): void {
  tx.signal(eventsChannel);
  const column = <T>(of: (event: NewEvent<EventType>) => T): T[] => events.map(of);
  tx.last(sql`
    insert into events (organization_id, id, type, subject_id, version, payload, occurred_at,
      actor_kind, actor_id, request_id, ip, user_agent)
    select ${organizationId}, event.*, ${now}, ${author.kind}, ${author.id},
      ${origin.requestId}, ${origin.ip}, ${origin.userAgent}
    from unnest(${column(newId)}::uuid[], ${column((event) => event.type)}::text[],
      ${column((event) => String(event.subjectId))}::text[], ${column((event) => event.version ?? 1)}::integer[],
      ${column((event) => JSON.stringify(event.payload))}::jsonb[]) as event`);
}
