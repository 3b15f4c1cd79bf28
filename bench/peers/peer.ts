import type pg from "pg";
import type { BenchDatabase } from "../ground.ts";
import type { Target } from "../load/target.ts";
import type { PeerProcess } from "./process.ts";
import type { Rows } from "./rows.ts";

/** Somebody whom a user could pick instead of Convene, running and filled with the rows of `rows.ts`. */
export interface Peer {
  /** Such as "Strapi". */
  name: string;
  version: string;
  /** One session with its mentorship, coach and teacher. */
  item(): Target;
  /** The first 50 sessions of one organization by start, with mentorships and people, and how many it has. */
  list(): Target;
  /** A new session, at a start that no other has. */
  create(): Target;
  /** Microseconds of processor time that its processes have used. */
  cpu(): number;
  /** Ends its processes, and removes its files and its database. */
  close(): Promise<void>;
}

/** A peer that could not be installed, started or filled, or that answers something else. */
export interface Absent {
  name: string;
  notMeasured: string;
}

/** How one peer is run and filled, and what its requests and answers look like. */
export interface Adapter {
  name: string;
  /** Its package in this folder's node_modules. */
  packageName: string;
  open(opening: Opening): Promise<Opened>;
}

export interface Opening {
  database: BenchDatabase;
  /** A superuser's connection to that database, with the temporary tables of `rows.ts`. */
  client: pg.Client;
  rows: Rows;
  /** A folder of its own, removed when the peer is closed. */
  folder: string;
}

export interface Opened {
  server: PeerProcess;
  item: Target;
  list: Target;
  create: Target;
  /** What stands in its answers, parsed from JSON. */
  read: Reading;
}

export interface Reading {
  session(answer: unknown): SessionRead;
  page(answer: unknown): { sessions: SessionRead[]; total: number };
  /** The id of the session that was created. */
  created(answer: unknown): string;
}

export interface SessionRead {
  id: string;
  scheduledAt: string;
  /** The status of its mentorship. */
  mentorship: string;
  /** E-mail addresses, as every peer embeds its people. */
  coach: string;
  teacher: string;
}
