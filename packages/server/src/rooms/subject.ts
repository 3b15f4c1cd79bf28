import type { Statements, Transaction } from "#database/tenancy.ts";
import type { Actor } from "#kernel/actor.ts";
import type { JoinDetails, ProviderName } from "./provider-port.ts";

/** The products whose sessions have a room. */
export const roomProducts = ["depositions", "live", "mentorship"] as const;
export type RoomProduct = (typeof roomProducts)[number];

/** The session that a room is for, as its product tells it. */
export interface RoomSubject {
  organizationId: string;
  product: RoomProduct;
  /** Of its row: a UUID, or a deposition's integer as text. */
  sessionId: string;
  /** In the address of its page, `/sessions/:id`: a UUID, or a deposition's remote_session_id. */
  pathId: string;
  title: string;
  startsAt: Date;
  /** When it is planned to end; null where nothing is planned, as in live. */
  endsAt: Date | null;
  /** IANA; null where the product keeps none. */
  timeZone: string | null;
  state: SubjectState;
  provider: ProviderName;
  /** How the provider calls the room where the product knows it already, such as Zoom's meeting id; else null. */
  reference: string | null;
  /** How everybody joins it there, where the product was told when it was made: the provider need not be asked. */
  join?: JoinDetails | null;
  /** Whether the product's rules let a host record it. */
  mayBeRecorded: boolean;
  /** Whether times on and off the record are kept, as in a deposition. */
  hasRecord: boolean;
  /** Whether people may send the six reactions of mentorship. */
  hasReactions: boolean;
}

/** `ahead`: still to be held. `running`: begun. `over`: held, or its time has passed. */
export type SubjectState = "ahead" | "running" | "over" | "canceled";

/** In what capacity somebody is in a room. A viewer sees and hears, and speaks once a host lets them. */
export const roomRoles = ["host", "participant", "viewer"] as const;
export type RoomRole = (typeof roomRoles)[number];

/** Somebody who may enter, as the session's product knows them. */
export interface Entrant {
  /** The same whenever they come, and from whatever device: `person:<id>` or `invite:<id>`. */
  key: string;
  /** Null where nobody knows it: they are asked for it. */
  name: string | null;
  role: RoomRole;
  /**
   * `at_once`; `when_admitted` by a host; `when_running`, by themselves, as soon as the session has begun;
   * `when_called`, by turn of a queue (office hours).
   */
  enters: "at_once" | "when_admitted" | "when_running" | "when_called";
  /** With `when_called`: how many come before; null where nobody keeps count. */
  ahead: number | null;
  /** The key by which the same person may come in another way: by an invitation's link, or by their account. */
  otherKey?: string | null;
}

/** What came of a session in its room. */
export interface Course {
  /** When it happened, by the clock of whoever saw it. */
  at: Date;
  /** When it is told, which may be later. */
  now: Date;
  /** Keys of those who were in the room so far. */
  attended: readonly string[];
}

/** What rooms ask of a product. What takes a transaction writes in the caller's. */
export interface RoomsOfProduct {
  product: RoomProduct;
  /** The session begins in its room when a host is there, or when somebody says so: a host, or the provider. */
  begins: "with_host" | "when_told";
  /** By the id in the page's address; null when the organization has no such session, or it has no room (yet). */
  find(tx: Statements, organizationId: string, pathId: string): Promise<RoomSubject | null>;
  /** By the id of its row. */
  read(tx: Statements, organizationId: string, sessionId: string): Promise<RoomSubject | null>;
  /** Who this member is in the session's room. Refuses (403, 404) whom it is not for, as the product's own routes do. */
  recognise(tx: Statements, subject: RoomSubject, actor: Actor): Promise<Entrant>;
  /**
   * The same of many at once, by their ids, for products whose rooms hold many; whom it is not for is left out. The
   * others are asked about each.
   */
  recogniseAll?(
    tx: Statements,
    subject: RoomSubject,
    actors: readonly Actor[],
  ): Promise<ReadonlyMap<string, Entrant>>;
  /** Everybody who may be expected, whether they come or not: at most a thousand. */
  expected(tx: Statements, subject: RoomSubject): Promise<Pick<Entrant, "key" | "name" | "role">[]>;
  /** Whose invitation it is, in a transaction that is bound to no organization; null when it is nobody's. */
  organizationOfInvitation?(tx: Statements, invitationId: string): Promise<string | null>;
  /** Who a guest with this invitation is; null when the invitation is no longer, or never was, for this session. */
  recogniseGuest?(tx: Statements, subject: RoomSubject, invitationId: string): Promise<Entrant | null>;
  /**
   * The session has begun in its room: it becomes active or live, or its product takes note in some other way. May be
   * told again, late, or of a session that is over: what is true already is no change and no event.
   */
  began(tx: Transaction, subject: RoomSubject, course: Course): Promise<void>;
  /** The session has ended in its room. May be told again, too. */
  ended(tx: Transaction, subject: RoomSubject, course: Course): Promise<void>;
  /** Its recording can be watched or fetched at this address. */
  recorded?(tx: Transaction, subject: RoomSubject, url: string, now: Date): Promise<void>;
}
