import type { Database } from "#database/tenancy.ts";

/** What an outside service sent, as it came: its signature is over the bytes. */
interface Call {
  database: Database;
  now: Date;
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  params: Readonly<Record<string, string>>;
}

/**
 * Where an outside service reports what happened, in its own form and with its own signature: not in the OpenAPI
 * document, because each service's is its own.
 */
export interface Hook {
  path: string;
  /** Most requests a minute from one address. */
  perMinute: number;
  /** JSON to answer with, 200; null for nothing, 204. Refusals are answered as problem details. */
  answer(call: Call): Promise<object | null>;
}
