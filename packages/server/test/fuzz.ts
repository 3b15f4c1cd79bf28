import type { OpenApiDocument, Schema } from "./openapi-document.ts";
import { randomFrom } from "./random.ts";

/** Random and hostile input; the same seed makes the same input. */
export interface Fuzz {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  /** A value that the schema takes, or nearly. */
  plausible(schema: Schema): unknown;
  /** A plausible value in which something has been spoilt. */
  spoilt(schema: Schema): unknown;
  /** Any value at all. */
  hostile(): unknown;
  /** Text that somebody with bad intentions would send. */
  text(): string;
}

const texts = [
  "",
  " ",
  "\0",
  "\u0007",
  "\n\r\t",
  "\ud800",
  "\u202e",
  "'; drop table people; --",
  "%00%0a",
  "../../etc/passwd",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "$1",
  "null",
  "true",
  "-1",
  "0x10",
  "1e400",
  "9223372036854775808",
  "00000000-0000-0000-0000-000000000000",
  "01890000-0000-7000-8000-000000000000'",
  "2026-02-30T25:61:61Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "-271821-04-20T00:00:00Z",
  "2026-05-01T10:00:00+23:59",
  "__proto__",
  "constructor",
  "toString",
  "ﷺ".repeat(100),
  "e\u0301".repeat(2000),
  "👩‍👩‍👧‍👦",
  "a".repeat(201),
  "a".repeat(5000),
  "a@b",
  `${"a".repeat(300)}@example.com`,
  "ａ@ｅxample.com",
  "Europe/Berlin",
  "Mars/Olympus",
];

const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  [],
  {},
  [[]],
  [null],
  { "": null },
  { __proto__: null, toString: 1 },
  JSON.parse('{"__proto__": {"constructor": {"prototype": 1}}}'),
  { constructor: { prototype: { id: 1 } } },
  Array.from({ length: 2000 }, () => "x"),
  Array.from({ length: 80 }).reduce((inner) => [inner], 1),
];

export function createFuzz(seed: number, document: OpenApiDocument): Fuzz {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const oneIn = (times: number): boolean => below(times) === 0;
  const text = (): string => pick(texts);
  const hostile = (): unknown => (oneIn(2) ? text() : pick(values));

  function plausible(given: Schema): unknown {
    const schema = given.$ref
      ? (document.components?.schemas?.[given.$ref.split("/").at(-1) ?? ""] ?? {})
      : given;
    if (schema.enum) return pick(schema.enum);
    if ("const" in schema) return schema.const;
    if (schema.anyOf) return plausible(pick(schema.anyOf));
    const type = Array.isArray(schema.type) ? pick(schema.type) : schema.type;
    switch (type) {
      case "string":
        return plausibleText(schema);
      case "integer":
      case "number":
        return (
          (schema.minimum ?? 1) + below(Math.min((schema.maximum ?? 1000) - (schema.minimum ?? 1), 1000) + 1)
        );
      case "boolean":
        return oneIn(2);
      case "null":
        return null;
      case "array":
        return Array.from({ length: (schema.minItems ?? 0) + below(3) }, () => plausible(schema.items ?? {}));
      default:
        return plausibleObject(schema);
    }
  }

  function plausibleText({ format, minLength = 0 }: Schema): string {
    if (format === "uuid")
      return `0189${below(2 ** 16)
        .toString(16)
        .padStart(4, "0")}-0000-7000-8000-000000000000`;
    if (format === "date-time")
      return `20${25 + below(9)}-0${1 + below(9)}-1${below(10)}T0${below(10)}:00:00Z`;
    if (format === "email") return `somebody${below(1000)}@example.com`;
    if (format === "iana-time-zone") return "America/Panama";
    return `word ${below(1000)} `.padEnd(minLength, "x");
  }

  function plausibleObject({ properties = {}, required = [] }: Schema): object {
    const names = Object.keys(properties).filter((name) => required.includes(name) || oneIn(2));
    return Object.fromEntries(names.map((name) => [name, plausible(properties[name] ?? {})]));
  }

  function spoilt(schema: Schema): unknown {
    const value = plausible(schema);
    if (typeof value !== "object" || value === null || oneIn(12)) return hostile();
    if (Array.isArray(value)) return [...value, hostile()];
    const names = Object.keys(value);
    const name = names.length > 0 && !oneIn(6) ? pick(names) : text();
    const inner = schema.properties?.[name];
    return { ...value, [name]: inner && oneIn(2) ? spoilt(inner) : hostile() };
  }

  return { below, pick, oneIn, plausible, spoilt, hostile, text };
}
