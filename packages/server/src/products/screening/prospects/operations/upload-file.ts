import type { BearerContext } from "#database/context.ts";
import type { Database, Transaction } from "#database/tenancy.ts";
import { badInput } from "#kernel/errors.ts";
import { newId } from "#kernel/ids.ts";
import { isFile, type Question } from "../../questions.ts";
import { findSession, lockSession, type Session } from "../../store.ts";
import type { TemplateVersion } from "../../templates/store.ts";
import { checkAsked, checkOpen, giveAnswer } from "../answering.ts";
import { findDigest, insertFile, sizeOfFiles } from "../file-store.ts";
import { type CheckedFile, checkFile, fileLimits, refusedFile } from "../files.ts";
import { type OwnSession, openSession } from "./get-own-session.ts";

interface Sent {
  database: Database;
  now: Date;
  bearer: string;
  /** Of the session. */
  id: string;
  /** Of the question. */
  key: string;
  file: { name: string; read(): Promise<Buffer> } | null;
}

/**
 * Reads a file and looks what it is, before any transaction. Not a byte is read for a session that is over or does not
 * ask for it: those are refused as `uploadFile` would.
 */
export async function readFile({ database, now, bearer, id, key, file }: Sent): Promise<CheckedFile> {
  if (!file) throw refusedFile("is missing; it comes after the other parts of the form");
  await database.asSystem(async (tx) => {
    const { session, template } = await openSession({ tx, bearer, now }, id, findSession);
    const question = fileQuestion(template, key);
    // A repeat of what is stored is no change, and is found by its bytes alone.
    if (isFile(session.submission[question.key])) return;
    checkOpen(session);
    checkAsked(template, session, question);
  });
  return checkFile(file.name, await file.read());
}

/** Stores a file as the answer to a question, in place of an earlier one. The same file again is no change. */
export async function uploadFile(
  context: BearerContext,
  id: string,
  key: string,
  file: CheckedFile,
): Promise<OwnSession> {
  const { tx, now } = context;
  const { organizationId, session, template } = await openSession(context, id, lockSession);
  const question = fileQuestion(template, key);
  if (await isStored(tx, organizationId, session, question, file)) return { session, template };
  checkOpen(session);
  checkAsked(template, session, question);
  const earlier = session.submission[question.key];
  const taken = (await sizeOfFiles(tx, organizationId, id)) - (isFile(earlier) ? earlier.size : 0);
  if (taken + file.content.length > fileLimits.session) {
    throw refusedFile(`makes the files of this session more than ${fileLimits.session / 1024 / 1024} MiB`);
  }
  const { name, type, content } = file;
  const answer = { id: newId(), name, type, size: content.length };
  await insertFile(tx, organizationId, { ...file, id: answer.id, sessionId: id }, now);
  return giveAnswer(context, organizationId, { session, template }, question, answer);
}

function fileQuestion({ questions }: TemplateVersion, key: string): Question {
  const question = questions.find((one) => one.key === key);
  if (question?.type === "file") return question;
  const detail = question ? "does not ask for a file" : "is not one of the questions";
  throw badInput("unprocessable", [{ pointer: "/key", detail }]);
}

async function isStored(
  tx: Transaction,
  organizationId: string,
  { submission }: Session,
  { key }: Question,
  { name, digest }: CheckedFile,
): Promise<boolean> {
  const stored = Object.hasOwn(submission, key) ? submission[key] : undefined;
  if (!isFile(stored) || stored.name !== name) return false;
  return (await findDigest(tx, organizationId, stored.id))?.equals(digest) ?? false;
}
