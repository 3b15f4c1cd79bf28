import type { Duplex } from "node:stream";
import pg from "pg";

/** A prepared statement that every connection has from its beginning, and what to execute it with. */
export interface Prelude {
  name: string;
  values: readonly string[];
}

/** What one query is: its statement, and whom its result is handed to. */
interface Config {
  name: string | undefined;
  text: string;
  values: unknown[];
  callback: (fault: Error | null, result: pg.QueryResult) => void;
}

/**
 * A statement that travels in one group of messages with what must precede it, with one Sync behind all of them.
 * PostgreSQL executes nothing of a group after its first failure, and outside a transaction block the group is a
 * transaction of its own. So the statement runs exactly as its prelude says or not at all, whatever else is under
 * way on the connection, and a setting that the prelude makes for the transaction ends with the group
 * (PostgreSQL's documentation, "Message Flow": extended query, pipelining).
 */
export class BoundQuery extends (pg.Query as unknown as new (
  config: Config & { queryMode: "extended" },
) => ProtocolQuery) {
  readonly #preludes: readonly Prelude[];
  /** Preludes that PostgreSQL has not completed yet: until then what it answers is theirs. */
  #pending: number;

  constructor(preludes: readonly Prelude[], config: Config) {
    // A simple query would leave its preludes out.
    super({ ...config, queryMode: "extended" });
    this.#preludes = preludes;
    this.#pending = preludes.length;
  }

  override submit(connection: pg.Connection): Error | null {
    gather(connection.stream);
    return super.submit(connection);
  }

  override prepare(connection: Connection): void {
    for (const { name, values } of this.#preludes) {
      connection.bind({ statement: name, values });
      connection.execute();
    }
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#pending === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#pending === 0) super.handleCommandComplete(message, connection);
    else this.#pending -= 1;
  }
}

/** What is sent in one turn of the event loop leaves in one write: a system call costs more than a short statement. */
function gather(stream: Duplex): void {
  if (gathering.has(stream)) return;
  gathering.add(stream);
  stream.cork();
  setImmediate(() => {
    gathering.delete(stream);
    stream.uncork();
  });
}

const gathering = new WeakSet<Duplex>();

/** The parts of pg's own query that its types leave out: they are the wire protocol's, and as stable as that. */
interface ProtocolQuery extends pg.Submittable {
  submit(connection: pg.Connection): Error | null;
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

interface Connection {
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(): void;
}
