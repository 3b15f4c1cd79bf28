import { type Static, type TSchema, type TSchemaOptions, Type } from "typebox";

/**
 * Building blocks of the wire that every product shares. `x-text` names a rule of kernel/text.ts: the value is
 * checked by it and replaced by its clean form (trimmed, NFC) before an operation sees it.
 */
export const Name = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    "x-text": "name",
    description: describe(options, "At most 200 characters; trimmed, NFC."),
  });

/** A name that may be empty, which says the same as leaving it out. */
export const OptionalName = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    "x-text": "optional-name",
    description: describe(options, "At most 200 characters, possibly none; trimmed, NFC."),
  });

export const Notes = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    "x-text": "notes",
    description: describe(options, "At most 2,000 characters; line breaks allowed."),
  });

/** What people are told in more than a line. */
export const Prose = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    "x-text": "prose",
    description: describe(options, "1 to 2,000 characters, not blank; line breaks allowed."),
  });

export const Email = (options: TSchemaOptions = {}) =>
  Type.String({ ...options, format: "email", "x-text": "email" });

export const Phone = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    "x-text": "phone",
    description: describe(options, "A phone number of 5 to 15 digits."),
  });

export const Uuid = (options: TSchemaOptions = {}) => Type.String({ ...options, format: "uuid" });

export const Instant = (options: TSchemaOptions = {}) =>
  Type.String({
    ...options,
    format: "date-time",
    description: describe(options, "RFC 3339 with an offset or Z."),
  });

/**
 * The annotation that says what a schema's `pattern` asks for, as a phrase that follows the member's name ("must
 * be a month such as 2026-05"): an error shows it instead of the regular expression.
 */
export const patternSays = "x-pattern-says";

/** Query member of a list: how many of it one page holds at most. */
export const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 }));

/** Query members of a list that is paged by offset. */
export const pageByOffset = {
  limit,
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: 0 })),
};

/** The same schema with null allowed, as JSON Schema 2020-12 writes it. */
export const nullable = <S extends TSchema>(schema: S) => {
  const { type, enum: words } = schema as { type?: string; enum?: readonly string[] };
  const withNull = words ? { enum: [...words, null] } : {};
  const wider = type
    ? { ...schema, ...withNull, type: [type, "null"] }
    : { anyOf: [schema, { type: "null" }] };
  return Type.Unsafe<Static<S> | null>(wider);
};

/** One of several words. */
export const oneOf = <const Words extends readonly string[]>(words: Words, options: TSchemaOptions = {}) =>
  Type.Unsafe<Words[number]>({ ...options, type: "string", enum: words });

/** An object that refuses members it does not know: a typo must not pass as an omission. */
export const closed = <P extends Record<string, TSchema>>(properties: P, options: TSchemaOptions = {}) =>
  Type.Object(properties, { ...options, additionalProperties: false });

const describe = ({ description }: TSchemaOptions & { description?: unknown }, rule: string): string =>
  typeof description === "string" ? `${description} ${rule}` : rule;
