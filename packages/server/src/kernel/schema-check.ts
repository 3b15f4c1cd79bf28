import { createRequire } from "node:module";
import type { Static, TProperties, TSchema } from "typebox";
import type { Validator } from "typebox/compile";

type Check<Schema extends TSchema> = Validator<TProperties, Schema, Static<Schema>, Static<Schema>>;

const require = createRequire(import.meta.url);

/**
 * What holds values against a schema, compiled at first use. TypeBox's compiler is read only then too: it is a tenth of
 * all modules, and no start needs it. (The input of routes is checked in `http/`, by another compiler.)
 */
export function schemaCheck<Schema extends TSchema>(schema: Schema): () => Check<Schema> {
  let compiled: Check<Schema> | undefined;
  return () => {
    compiled ??= compile(schema);
    return compiled;
  };
}

function compile<Schema extends TSchema>(schema: Schema): Check<Schema> {
  const { Compile } = require("typebox/compile") as typeof import("typebox/compile");
  return Compile(schema);
}
