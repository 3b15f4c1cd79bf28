import type { Duplex } from "node:stream";
import pg from "pg";
// @ts-expect-error pg's types leave its own modules out
import utils from "pg/lib/utils";
import { parseTimestamp, timestamptz } from "./timestamp.ts";

/** A prepared statement that every connection has from its beginning, and what to execute it with. */
export interface Prelude {
  name: string;
  values: readonly string[];
}

/** A value as it is sent. */
const prepareValue: (value: unknown) => string | Buffer | null = utils.prepareValue;

/** A statement as it is sent; named, it is prepared once for each connection. */
export interface Prepared {
  name: string;
  text: string;
  values: readonly unknown[];
}

type Row = Record<string, unknown>;

/**
 * A statement that travels in one group of messages with what must precede it, with one Sync behind all of them.
 * PostgreSQL executes nothing of a group after its first failure, and outside a transaction block the group is a
 * transaction of its own. So the statement runs exactly as its preludes say or not at all, whatever else is under
 * way on the connection, and a setting that a prelude makes for the transaction ends with the group (PostgreSQL's
 * documentation, "Message Flow": extended query, pipelining). What the columns of a prepared statement are is asked
 * once for each connection: PostgreSQL refuses to execute one whose columns have changed.
 */
export class BoundQuery implements pg.Submittable {
  readonly name: string;
  readonly text: string;
  /** pg calls it by this name where it gives up waiting. */
  callback: (fault: Error | null, rows: Row[]) => void;
  readonly #values: readonly unknown[];
  readonly #preludes: readonly Prelude[];
  /** Preludes that PostgreSQL has not completed yet: until then what it answers is theirs. */
  #pending: number;
  #readRow: RowReader | undefined;
  #rows: Row[] = [];
  #fault: Error | null = null;

  constructor(preludes: readonly Prelude[], statement: Prepared, callback: BoundQuery["callback"]) {
    this.name = statement.name;
    this.text = statement.text;
    this.callback = callback;
    this.#values = statement.values;
    this.#preludes = preludes;
    this.#pending = preludes.length;
  }

  submit(on: pg.Connection): Error | null {
    const connection = on as unknown as Connection;
    const { name, text } = this;
    let values: readonly unknown[];
    try {
      values = this.#values.map((value) => prepareValue(value));
    } catch (fault) {
      return fault as Error;
    }
    gather(connection.stream);
    for (const prelude of this.#preludes) {
      connection.bind({ statement: prelude.name, values: prelude.values });
      connection.execute();
    }
    const { parsedStatements, submittedNamedStatements } = connection;
    if (name === "" || (parsedStatements[name] ?? submittedNamedStatements[name]) === undefined) {
      connection.parse({ name, text });
      if (name !== "") submittedNamedStatements[name] = text;
    }
    connection.bind({ statement: name, values });
    this.#readRow = readersOf(connection).get(name);
    if (!this.#readRow) connection.describe({ type: "P" });
    connection.execute();
    connection.sync();
    return null;
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#readRow = rowReader(fields);
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    if (this.#pending > 0 || this.#fault) return;
    try {
      this.#rows.push((this.#readRow ?? noColumns)(fields));
    } catch (fault) {
      this.#fault = fault as Error;
    }
  }

  handleCommandComplete(_message: unknown, connection: Connection): void {
    if (this.#pending > 0) this.#pending -= 1;
    else if (this.name !== "") readersOf(connection).set(this.name, this.#readRow ?? noColumns);
  }

  handleReadyForQuery(): void {
    this.callback(this.#fault, this.#rows);
  }

  handleError(fault: Error): void {
    this.callback(fault, []);
  }
}

// pg lets queries of its own kind alone into a pipeline: others might keep a portal open, which this does not.
Object.setPrototypeOf(BoundQuery.prototype, pg.Query.prototype);

/** Makes an object of one row as it is on the wire. */
type RowReader = (values: readonly (string | null)[]) => Row;

const noColumns: RowReader = () => ({});

/**
 * The reader is compiled for its columns: an object that is written as a whole, rather than member by member, is made
 * and read several times as fast. Their names are those of our own statements, and are quoted all the same.
 */
function rowReader(fields: readonly Field[]): RowReader {
  const columns = JSON.stringify(fields.map(({ name, dataTypeID }) => [name, dataTypeID]));
  const known = compiled.get(columns);
  if (known) return known;
  const parsers = fields.map(({ dataTypeID }) =>
    dataTypeID === timestamptz ? parseTimestamp : pg.types.getTypeParser(dataTypeID),
  );
  const members = fields.map(
    ({ name }, n) => `${JSON.stringify(name)}: v[${n}] === null ? null : p[${n}](v[${n}])`,
  );
  const reader: RowReader = new Function("p", `return (v) => ({ ${members.join(", ")} })`)(parsers);
  compiled.set(columns, reader);
  return reader;
}

/** One reader for the same columns, whatever connection and statement they are of: a statement's text bounds them. */
const compiled = new Map<string, RowReader>();

/** The columns of each connection's prepared statements, by their names. */
const readers = new WeakMap<Connection, Map<string, RowReader>>();

function readersOf(connection: Connection): Map<string, RowReader> {
  const known = readers.get(connection) ?? new Map<string, RowReader>();
  readers.set(connection, known);
  return known;
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

interface Field {
  name: string;
  dataTypeID: number;
}

/** pg's own connection, as far as its types leave it out: what it sends are the protocol's messages. */
interface Connection {
  stream: Duplex;
  /** Texts of prepared statements by their names: those that PostgreSQL has, and those on their way to it. */
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  describe(message: { type: "P" }): void;
  execute(): void;
  sync(): void;
}
