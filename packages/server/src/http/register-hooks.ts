import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Hook } from "./hook.ts";
import type { House } from "./house.ts";

/** The largest notification, in bytes. */
const bodyLimit = 256 * 1024;

/** Adds hooks to the app, in a scope of their own: bodies are taken as bytes here, whatever they say they are. */
export async function registerHooks(
  app: FastifyInstance,
  house: House,
  hooks: readonly Hook[],
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    for (const hook of hooks) register(scope, house, hook);
  });
}

function register(scope: FastifyInstance, { database, clock }: House, hook: Hook): void {
  const { path: url, perMinute: max } = hook;
  scope.route({
    method: "POST",
    url,
    schema: { hide: true },
    config: { rateLimit: { max, timeWindow: "1 minute" } },
    handler: async (request, reply) => {
      const answer = await hook.answer({
        database,
        now: clock(),
        headers: textsOf(request.headers),
        body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        params: request.params as Record<string, string>,
      });
      return answer === null ? reply.code(204).send() : reply.code(200).send(answer);
    },
  });
}

/** Headers that were sent once. */
const textsOf = (headers: FastifyRequest["headers"]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
