import type { FastifyServerOptions } from "fastify";
import pg from "pg";
import { destination } from "pino";
import type { House } from "./house.ts";

/** Bytes of lines that leave together, and milliseconds after which fewer do: a write costs more than its line. */
const together = { minLength: 4_096, periodicFlush: 100 };

/** Structured logs, without secrets or personal data. Lines that wait when the process ends are written then. */
export function loggerOptions({ logLevel, logStream }: House): FastifyServerOptions["logger"] {
  return {
    level: logLevel,
    stream: logStream ?? destination({ sync: false, ...together }),
    base: undefined,
    // A request's URL, headers and address are personal data or worse; its id is enough to follow it.
    serializers: { req: () => ({}), res: () => ({}), err: describeFault },
  };
}

/**
 * A fault for the log, with what caused it. PostgreSQL repeats the offending values in its messages, and JSON.parse
 * the text, so those are left out.
 */
function describeFault(
  fault: Error,
): { type: string; message: string; stack: string } & Record<string, unknown> {
  const frames = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  if (fault instanceof pg.DatabaseError) {
    const { code, constraint, table, routine } = fault;
    const message = `PostgreSQL refused a statement (${code})`;
    return { type: fault.name, message, stack: frames.join("\n"), code, constraint, table, routine };
  }
  const message = fault instanceof SyntaxError ? "a text could not be parsed" : fault.message;
  const cause = fault.cause instanceof Error ? describeFault(fault.cause) : undefined;
  return { type: fault.name, message, stack: frames.join("\n"), cause };
}
