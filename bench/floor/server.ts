import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import pg from "pg";
import { depositions } from "./depositions.ts";
import { live } from "./live.ts";
import { mentorship } from "./mentorship.ts";
import { screening } from "./screening.ts";

/** What the process is told by its parent. */
export interface FloorOrder {
  /** Of a superuser, whom row-level security does not bind: the floor asks for no tenancy. */
  connection: pg.PoolConfig;
  /** Most connections held at once. */
  size: number;
}

/**
 * The floor: Fastify and `pg` with named prepared statements and nothing else, which answers the same bytes as Convene
 * without authentication, tenancy or validation. What an engineer would write who has only these routes to serve.
 */
async function serve({ connection, size }: FloorOrder): Promise<number> {
  const pool = new pg.Pool({ ...connection, max: size });
  // At the end its database is dropped under it.
  pool.on("error", () => {});
  const app = Fastify();
  for (const add of [mentorship, live, screening, depositions]) add(app, pool);
  await app.listen({ host: "127.0.0.1", port: 0 });
  return (app.server.address() as AddressInfo).port;
}

process.once("message", (order: FloorOrder) => {
  serve(order).then((port) => process.send?.({ port }));
});
process.once("disconnect", () => process.exit());
