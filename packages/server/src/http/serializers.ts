import { SerializerSelector } from "@fastify/fast-json-stringify-compiler";

type BuildSerializer = ReturnType<typeof SerializerSelector>;
type Serializer = ReturnType<ReturnType<BuildSerializer>>;

/**
 * Fastify's own serialisers, each compiled at its first use and once. Hundreds of answers share a few schemas
 * (every refusal has the same one), and compiling all of them at the start took longer than all the rest of it.
 */
export const buildSerializer: BuildSerializer = (models, options) => {
  const compile = SerializerSelector()(models, options);
  const compiled = new Map<string, Serializer>();
  return (route) => {
    const key = JSON.stringify(route.schema);
    return (answer) => {
      const serialize = compiled.get(key) ?? compile(route);
      compiled.set(key, serialize);
      return serialize(answer);
    };
  };
};
