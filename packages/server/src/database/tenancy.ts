import type { PoolClient, QueryResultRow } from "pg";
import { isRetryable } from "./failures.ts";
import type { Pool } from "./pool.ts";
import { checkSize, type Signal } from "./signal.ts";
import { execute, type Sql, sql } from "./statement.ts";

/**
 * A running transaction, bound to one organization or, for the few system paths, to none. Forced row-level
 * security shows it that organization's rows only, whatever a statement says.
 */
export interface Transaction {
  /** All rows of one statement. */
  all<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The first row of one statement, or null. */
  first<Row extends QueryResultRow>(statement: Sql): Promise<Row | null>;
  /** Binds the rest of a system transaction to one organization, once a public request has named it. */
  narrow(organizationId: string): Promise<void>;
  /**
   * Tells a channel, once the transaction has committed, that there is something new, or a message of at most
   * 7,000 bytes. Throws for a longer one. Nothing is told twice in one transaction.
   */
  signal(channel: string, message?: string): void;
  /** Undoes what `work` did when it throws, narrowing included, and lets the transaction go on as it began. */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
}

/** The one door to the database: nothing reaches a table without saying on whose behalf. */
export interface Database {
  asTenant<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For what no single organization owns: accounts, credentials, the relay. Every use is a decision. */
  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Is told of each signal after the commit of its transaction. */
type OnSignal = (channel: string, message: string) => void;

type Signals = Map<string, Signal>;

/**
 * Signals are sent after the commit, and not by NOTIFY within the transaction: PostgreSQL lets transactions that
 * notify commit only one after another, each with its own flush to the disk.
 */
export const createDatabase = (pool: Pool, onSignal: OnSignal = () => {}): Database => ({
  asTenant: async (organizationId, work) => transact(pool, tenant(organizationId), work, onSignal),
  asSystem: (work) => transact(pool, system, work, onSignal),
});

/** Deadlocks and serialization failures are ordinary under load; more attempts than this are not. */
const attempts = 5;

async function transact<T>(
  pool: Pool,
  identity: string,
  work: (tx: Transaction) => Promise<T>,
  onSignal: OnSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const signals: Signals = new Map();
    try {
      const result = await transactOnce(pool, identity, work, signals);
      for (const { channel, message } of signals.values()) onSignal(channel, message);
      return result;
    } catch (fault) {
      if (!isRetryable(fault) || attempt === attempts) throw fault;
    }
  }
}

async function transactOnce<T>(
  pool: Pool,
  identity: string,
  work: (tx: Transaction) => Promise<T>,
  signals: Signals,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // One round trip: the simple protocol carries both, and the setting ends with the transaction.
    await client.query(`begin; ${identity}`);
    const result = await work(transactionOn(client, identity, signals));
    const { command } = await client.query("commit");
    // PostgreSQL answers "ROLLBACK", and no error, when a statement had failed and `work` went on regardless.
    if (command !== "COMMIT")
      throw new Error("a failed statement was ignored: the transaction was rolled back");
    return result;
  } catch (fault) {
    await client.query("rollback").catch((failure: Error) => {
      broken = failure;
    });
    throw fault;
  } finally {
    // A connection that cannot roll back must not serve another tenant.
    client.release(broken);
  }
}

function transactionOn(client: PoolClient, identity: string, signals: Signals): Transaction {
  let narrowed = false;
  return {
    all: (statement) => execute(client, statement),
    first: async <Row extends QueryResultRow>(statement: Sql) =>
      (await execute<Row>(client, statement))[0] ?? null,
    narrow: async (organizationId) => {
      await client.query(tenant(organizationId));
      narrowed = true;
    },
    signal: (channel, message = "") => {
      checkSize({ channel, message });
      signals.set(`${channel} ${message}`, { channel, message });
    },
    savepoint: async (work) => {
      await execute(client, sql`savepoint attempt`);
      const before = [...signals];
      try {
        const result = await work();
        if (narrowed) await client.query(identity);
        return result;
      } catch (fault) {
        signals.clear();
        for (const [key, signal] of before) signals.set(key, signal);
        await execute(client, sql`rollback to savepoint attempt`);
        throw fault;
      }
    },
  };
}

const system = "set local convene.organization_id = ''; set local convene.system = 'on'";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `set` takes no parameters, so the id is checked to be a UUID before it becomes part of the text. */
function tenant(organizationId: string): string {
  if (!uuid.test(organizationId)) throw new Error("an organization id must be a lower-case UUID");
  return `set local convene.organization_id = '${organizationId}'; set local convene.system = 'off'`;
}
