import type { PoolClient, QueryResultRow } from "pg";
import { createAlone } from "./alone.ts";
import { type Binding, begin, begun, systemBinding, tenantBinding } from "./binding.ts";
import type { Prelude } from "./bound-query.ts";
import { isUnprepared } from "./failures.ts";
import type { Pool } from "./pool.ts";
import { retrying } from "./retry.ts";
import { checkSize, type Signal } from "./signal.ts";
import { execute, type Sql, sql } from "./statement.ts";

/**
 * Statements, bound to one organization or, for the few system paths, to none. Forced row-level security shows them
 * that organization's rows only, whatever they say. Whoever takes these alone, and no transaction, only reads:
 * each statement is a transaction of its own, and sees what is true at its own moment.
 */
export interface Statements {
  /** All rows of one statement. */
  all<Row extends QueryResultRow>(statement: Sql): Promise<Row[]>;
  /** The first row of one statement, or null. */
  first<Row extends QueryResultRow>(statement: Sql): Promise<Row | null>;
  /** Binds what follows to one organization, once a public request has named it. */
  narrow(organizationId: string): Promise<void>;
}

/** A running transaction, bound as its statements are. */
export interface Transaction extends Statements {
  /** Runs a statement whose rows nobody needs with the commit, in one round trip; it fails the transaction if it fails. */
  last(statement: Sql): void;
  /**
   * Tells a channel, once the transaction has committed, that there is something new, or a message of at most
   * 7,000 bytes. Throws for a longer one. Nothing is told twice in one transaction.
   */
  signal(channel: string, message?: string): void;
  /**
   * Undoes what `work` did when it throws, narrowing included, and lets the transaction go on as it began. With `provided`
   * it asks at once and is answered only when that has resolved; where that rejects, its fault is what is thrown.
   */
  savepoint<T>(work: () => Promise<T>, provided?: Promise<unknown>): Promise<T>;
}

/** The one door to the database: nothing reaches a table without saying on whose behalf. */
export interface Database {
  asTenant<T>(organizationId: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For what no single organization owns: accounts, credentials, the relay. Every use is a decision. */
  asSystem<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** For reading: one round trip for each statement, over connections that all requests share. */
  forTenant(organizationId: string): Statements;
  /** The same for what no single organization owns. */
  forSystem(): Statements;
}

/** Is told of each signal after the commit of its transaction. */
type OnSignal = (channel: string, message: string) => void;

type Signals = Map<string, Signal>;

/**
 * Signals are sent after the commit, and not by NOTIFY within the transaction: PostgreSQL lets transactions that
 * notify commit only one after another, each with its own flush to the disk.
 */
export function createDatabase(pool: Pool, onSignal: OnSignal = () => {}): Database {
  const runAlone = createAlone(pool);
  const statements = (from: Binding): Statements => {
    let binding = from;
    return {
      all: (statement) => runAlone(binding, statement),
      first: async <Row extends QueryResultRow>(statement: Sql) =>
        (await runAlone<Row>(binding, statement))[0] ?? null,
      narrow: async (organizationId) => {
        binding = tenantBinding(organizationId);
      },
    };
  };
  return {
    asTenant: async (organizationId, work) => transact(pool, tenantBinding(organizationId), work, onSignal),
    asSystem: (work) => transact(pool, systemBinding, work, onSignal),
    forTenant: (organizationId) => statements(tenantBinding(organizationId)),
    forSystem: () => statements(systemBinding),
  };
}

async function transact<T>(
  pool: Pool,
  binding: Binding,
  work: (tx: Transaction) => Promise<T>,
  onSignal: OnSignal,
): Promise<T> {
  const { result, signals } = await retrying(async () => {
    const told: Signals = new Map();
    return { result: await transactOnce(pool, binding, work, told), signals: told };
  });
  for (const { channel, message } of signals.values()) onSignal(channel, message);
  return result;
}

async function transactOnce<T>(
  pool: Pool,
  binding: Binding,
  work: (tx: Transaction) => Promise<T>,
  signals: Signals,
): Promise<T> {
  const client = await pool.connect();
  const tx = new OpenTransaction(client, binding, signals);
  let broken: Error | undefined;
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (fault) {
    if (isUnprepared(fault)) broken = fault;
    await tx.rollback().catch((failure: Error) => {
      broken = failure;
    });
    throw fault;
  } finally {
    // A connection that cannot roll back must not serve another tenant, and one that lacks a statement cannot serve any.
    client.release(broken);
  }
}

/**
 * Begins with its first statement, and binds anew with the next one, each in the same round trip. Statements need not wait
 * for each other's answers: PostgreSQL executes them in their order.
 */
class OpenTransaction implements Transaction {
  readonly #client: PoolClient;
  readonly #signals: Signals;
  readonly #last: Sql[] = [];
  #binding: Binding;
  /** What must precede the next statement. */
  #preludes: readonly Prelude[];
  /** Its first statement. */
  #beginning: Promise<unknown> | undefined;
  #hasBegun = false;
  /** What has to come true before anything that is asked now is answered. */
  #condition: Promise<unknown> | undefined;

  constructor(client: PoolClient, binding: Binding, signals: Signals) {
    this.#client = client;
    this.#binding = binding;
    this.#preludes = [begin, binding.prelude];
    this.#signals = signals;
  }

  async all<Row extends QueryResultRow>(statement: Sql): Promise<Row[]> {
    // Nothing is executed where it could not begin: it would be no part of it.
    const preludes = this.#beginning && !this.#hasBegun ? [begun, ...this.#preludes] : this.#preludes;
    this.#preludes = [];
    const rows = execute<Row>(this.#client, statement, preludes);
    if (this.#condition) return this.#whenTrue(rows, this.#condition);
    if (!this.#beginning) {
      this.#beginning = rows.then(() => {
        this.#hasBegun = true;
      });
      // Whoever waits for it hears of its failure.
      this.#beginning.catch(() => {});
    }
    return rows;
  }

  async first<Row extends QueryResultRow>(statement: Sql): Promise<Row | null> {
    return (await this.all<Row>(statement))[0] ?? null;
  }

  async narrow(organizationId: string): Promise<void> {
    this.#bind(tenantBinding(organizationId));
  }

  last(statement: Sql): void {
    this.#last.push(statement);
  }

  signal(channel: string, message = ""): void {
    checkSize({ channel, message });
    this.#signals.set(`${channel} ${message}`, { channel, message });
  }

  async savepoint<T>(work: () => Promise<T>, provided?: Promise<unknown>): Promise<T> {
    const [binding, signals, last] = [this.#binding, [...this.#signals], this.#last.length];
    provided?.catch(() => {});
    const made = this.all(sql`savepoint attempt`);
    made.catch(() => {});
    const outer = this.#condition;
    this.#condition = provided ?? outer;
    try {
      const result = await work();
      await Promise.all([made, provided]);
      this.#condition = outer;
      this.#bind(binding);
      return result;
    } catch (fault) {
      this.#condition = outer;
      // Where it could not begin there is nothing to go back to.
      await this.#beginning;
      this.#signals.clear();
      for (const [key, signal] of signals) this.#signals.set(key, signal);
      this.#last.length = last;
      // It takes back what was bound since, too; and after a failure nothing may precede it.
      this.#binding = binding;
      this.#preludes = [];
      await this.all(sql`rollback to savepoint attempt`);
      await provided;
      throw fault;
    }
  }

  async #whenTrue<T>(answer: Promise<T>, condition: Promise<unknown>): Promise<T> {
    const [result] = await Promise.all([answer, condition]);
    return result;
  }

  /** Throws where PostgreSQL rolled back instead, which is what it does, without an error, after a failed statement. */
  async commit(): Promise<void> {
    if (!this.#beginning && this.#last.length === 0) return;
    if (!this.#hasBegun) await (this.#beginning ?? this.all(this.#last.shift() as Sql));
    const last = this.#last.map((statement) => this.all(statement));
    const [{ command }] = await Promise.all([this.#client.query("commit"), ...last]);
    if (command !== "COMMIT")
      throw new Error("a failed statement was ignored: the transaction was rolled back");
  }

  async rollback(): Promise<void> {
    if (this.#beginning) await this.#client.query("rollback");
  }

  /** Binds what runs from here on. */
  #bind(binding: Binding): void {
    if (binding === this.#binding) return;
    this.#binding = binding;
    this.#preludes = this.#beginning ? [binding.prelude] : [begin, binding.prelude];
  }
}
