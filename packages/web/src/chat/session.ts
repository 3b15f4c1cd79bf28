import type { components } from "@convene/sdk";
import type { Challenge } from "altcha-lib";

/** A prospect's own view of their session, as every answer of the API gives it. */
export type Session = components["schemas"]["ProspectSession"];
export type Question = components["schemas"]["ProspectQuestion"];

/** A file that was uploaded for this session. */
export interface FileAnswer {
  id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
}

/** Null: asked, and left without an answer. */
export type Answer = string | number | boolean | string[] | FileAnswer | null;

/** What the server's page hands over to the client. */
export interface ChatState {
  slug: string;
  /** Of the template, in the reader's language. */
  name: string;
  language: string;
  /** What a proof of work is asked for; null when a session runs. */
  challenge: Challenge | null;
  session: Session | null;
  continueUrl: string | null;
  statusUrl: string | null;
  /** The instant at which the server made the page. */
  now: string;
  /** What files are taken: as the `accept` of a field, and the most bytes of one. */
  files: { accept: string; largest: number };
}

/** The answer that the server has; undefined where there is none. */
export const answerIn = ({ submission }: Session, key: string): Answer | undefined =>
  Object.hasOwn(submission, key) ? (submission[key] as Answer) : undefined;
