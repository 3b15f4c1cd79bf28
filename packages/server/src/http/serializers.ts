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
  const remembered = (key: string, make: () => Serializer): Serializer => {
    const serialize = compiled.get(key) ?? make();
    compiled.set(key, serialize);
    return serialize;
  };
  return (route) => {
    const key = JSON.stringify(route.schema);
    let own: Serializer | undefined;
    return (answer) => {
      own ??= remembered(key, () => compile(route));
      return own(answer);
    };
  };
};
