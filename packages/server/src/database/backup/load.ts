import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { type CopyStreamQuery, from as copyFrom } from "pg-copy-streams";

/** Feeds the parts of one table after the other to COPY. */
export class TableLoader {
  readonly #client: pg.Client;
  readonly #statement: (table: number) => string;
  #current: { table: number; copy: CopyStreamQuery; done: Promise<void> } | undefined;

  constructor(client: pg.Client, statement: (table: number) => string) {
    this.#client = client;
    this.#statement = statement;
  }

  async add(table: number, content: Buffer): Promise<void> {
    if (this.#current?.table !== table) {
      await this.finish();
      const copy = this.#client.query(copyFrom(this.#statement(table)));
      const done = finished(copy);
      // Met by whoever waits next; without this Node would take a refused row for nobody's.
      done.catch(() => undefined);
      this.#current = { table, copy, done };
    }
    const { copy, done } = this.#current;
    if (!copy.write(content)) await Promise.race([once(copy, "drain"), done]);
  }

  /** Ends the table under way; rejects with PostgreSQL's error when it refused a row. */
  async finish(): Promise<void> {
    this.#current?.copy.end();
    await this.#current?.done;
    this.#current = undefined;
  }
}
