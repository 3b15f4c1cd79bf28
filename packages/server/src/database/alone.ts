import type { PoolClient, QueryResultRow } from "pg";
import type { Binding } from "./binding.ts";
import { isLost } from "./failures.ts";
import type { Pool } from "./pool.ts";
import { retrying } from "./retry.ts";
import { execute, type Sql } from "./statement.ts";

/** Runs one statement as a transaction of its own, bound as it says. */
export type RunAlone = <Row extends QueryResultRow>(binding: Binding, statement: Sql) => Promise<Row[]>;

/** A connection that many statements share: each is sent at once, and answered in its turn. */
interface Shared {
  client: PoolClient;
  /** Statements that were sent and not answered. */
  underWay: number;
  /** Why no more may be sent over it. */
  broken?: Error;
}

/** With so many statements under way on each connection, another one is taken, if the pool has one to give. */
const crowd = 4;

/**
 * Runs statements that need no transaction together, over connections of the pool that they share, so that none
 * waits for a round trip of another. At most half of the pool is theirs; a connection without statements goes back.
 * A lost connection fails those that were under way on it, as it fails a transaction.
 */
export function createAlone(pool: Pool): RunAlone {
  const most = Math.max(1, Math.floor(pool.options.max / 2));
  const held = new Set<Shared>();
  let borrowing: Promise<Shared> | undefined;

  const borrow = (): Promise<Shared> => {
    borrowing ??= pool
      .connect()
      .then((client) => {
        const shared = { client, underWay: 0 };
        held.add(shared);
        return shared;
      })
      .finally(() => {
        borrowing = undefined;
      });
    return borrowing;
  };
  const hasSpare = () => held.size < most && (pool.idleCount > 0 || pool.totalCount < pool.options.max);
  /** The connection with the least to do, unless it is better to take another one. */
  const findFree = (): Shared | undefined => {
    let free: Shared | undefined;
    for (const shared of held) if (!free || shared.underWay < free.underWay) free = shared;
    return free && free.underWay >= crowd && hasSpare() ? undefined : free;
  };
  const letGo = (shared: Shared) => {
    held.delete(shared);
    shared.client.release(shared.broken);
  };
  const runOn = async <Row extends QueryResultRow>(shared: Shared, binding: Binding, statement: Sql) => {
    shared.underWay += 1;
    try {
      return await execute<Row>(shared.client, statement, [binding.prelude]);
    } catch (fault) {
      if (isLost(fault)) {
        shared.broken = fault;
        held.delete(shared);
      }
      throw fault;
    } finally {
      shared.underWay -= 1;
      if (shared.underWay === 0) letGo(shared);
    }
  };

  return (binding, statement) =>
    retrying(async () => {
      let shared = findFree();
      // Nothing may come between finding one and using it: it could be let go of.
      for (; !shared; shared = findFree()) await borrow();
      return runOn(shared, binding, statement);
    });
}
