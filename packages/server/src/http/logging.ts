import type { FastifyServerOptions } from "fastify";
import pg from "pg";

/** Structured logs on standard output, without secrets or personal data. */
export function loggerOptions(level: string): FastifyServerOptions["logger"] {
  return {
    level,
    base: undefined,
    // A request's URL, headers and address are personal data or worse; its id is enough to follow it.
    serializers: { req: () => ({}), res: () => ({}), err: describeFault },
  };
}

/** A fault for the log. PostgreSQL repeats the offending values in its messages, so those are left out. */
function describeFault(
  fault: Error,
): { type: string; message: string; stack: string } & Record<string, unknown> {
  const frames = (fault.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  if (fault instanceof pg.DatabaseError) {
    const { code, constraint, table, routine } = fault;
    const message = `PostgreSQL refused a statement (${code})`;
    return { type: fault.name, message, stack: frames.join("\n"), code, constraint, table, routine };
  }
  return { type: fault.name, message: fault.message, stack: frames.join("\n") };
}
