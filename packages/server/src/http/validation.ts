import {
  Ajv,
  type ErrorObject,
  type FormatDefinition,
  type SchemaValidateFunction,
  type ValidateFunction,
} from "ajv";
import addFormats from "ajv-formats";
import { parseEmail } from "#kernel/email.ts";
import type { FieldError } from "#kernel/errors.ts";
import { parseInstant } from "#kernel/instant.ts";
import { parsePhone } from "#kernel/phone.ts";
import { patternSays } from "#kernel/schema.ts";
import { type CleanText, cleanName, cleanNotes, cleanProse } from "#kernel/text.ts";
import { isIanaZone } from "#kernel/zones.ts";

const format = (check: (text: string) => boolean): FormatDefinition<string> => ({
  type: "string",
  validate: check,
});

/** Types are exact: nothing is coerced, nothing is removed. Defaults are filled in, so that an operation sees them. */
function createAjv(allErrors: boolean): Ajv {
  const ajv = new Ajv({
    allErrors,
    coerceTypes: false,
    useDefaults: true,
    removeAdditional: false,
    strict: true,
    // A fault carries its value and its schema, by which it is described.
    verbose: true,
  });
  addFormats.default(ajv, ["uri"]);
  ajv.addFormat(
    "date-time",
    format((text) => parseInstant(text) !== null),
  );
  ajv.addFormat(
    "email",
    format((text) => parseEmail(text) !== null),
  );
  ajv.addFormat("iana-time-zone", format(isIanaZone));
  // The library's takes `urn:uuid:` as well, which PostgreSQL does not.
  ajv.addFormat("uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  ajv.addKeyword({ keyword: patternSays, schemaType: "string" });
  ajv.addKeyword({
    keyword: "x-text",
    type: "string",
    modifying: true,
    errors: true,
    compile: compileCleaning,
  });
  return ajv;
}

/** Reports every fault; and the first alone, for input so vast that its faults could be more than there is time for. */
const patient = createAjv(true);
const hasty = createAjv(false);

/** More values than any input has that somebody wrote. */
const vast = 20_000;

function isVast(data: unknown): boolean {
  const containers: unknown[] = [data];
  let values = 0;
  for (const container of containers) {
    if (typeof container !== "object" || container === null) continue;
    const inner = Object.values(container);
    values += inner.length;
    if (values > vast) return true;
    for (const value of inner) containers.push(value);
  }
  return false;
}

const cleanings: Record<string, (text: string) => CleanText> = {
  name: cleanName,
  "optional-name": (text) => (text.trim() === "" ? { ok: true, text: "" } : cleanName(text)),
  notes: cleanNotes,
  prose: cleanProse,
  // An address that is none is the format's business to name.
  email: (text) => ({ ok: true, text: parseEmail(text) ?? text }),
  phone(text) {
    const number = parsePhone(text);
    if (number === null) return { ok: false, reason: "must be a phone number of 5 to 15 digits" };
    return { ok: true, text: number };
  },
};

/** Where in the input a value stands, as Ajv tells a keyword. */
type Place = Parameters<SchemaValidateFunction>[3];

/** The `x-text` keyword of kernel/schema.ts: checks a text and puts its clean form in its place. */
function compileCleaning(rule: string) {
  const clean = cleanings[rule];
  if (!clean) throw new Error(`no such text rule: ${rule}`);
  const validate: { (text: string, at?: Place): boolean; errors?: Partial<ErrorObject>[] } = (text, at) => {
    const cleaned = clean(text);
    if (!cleaned.ok) {
      validate.errors = [{ keyword: "x-text", message: cleaned.reason, params: {} }];
      return false;
    }
    if (at) at.parentData[at.parentDataProperty] = cleaned.text;
    return true;
  };
  return validate;
}

export type Check = (data: unknown) => FieldError[];

/** What stands before the name of a bad body member (a pointer needs nothing), query or path parameter. */
export type Prefix = "" | "?" | ":";

/** An RFC 6901 pointer into one part of the input, as an error names it: `/notes`, `?limit`, `:id`. */
export const prefixed = (pointer: string, prefix: Prefix): string =>
  prefix === "" ? pointer : `${prefix}${pointer.slice(1)}`;

/**
 * A check that names every bad member, of vast input the first; pointers start with `prefix`. The schema is compiled
 * when it is first needed: all of them together would make each start wait.
 */
export function compileCheck(schema: object, prefix: Prefix): Check {
  const validators = new Map<Ajv, ValidateFunction>();
  return (data) => {
    const ajv = isVast(data) ? hasty : patient;
    const validate = validators.get(ajv) ?? ajv.compile(schema);
    validators.set(ajv, validate);
    return validate(data) ? [] : onePerMember(readable(validate.errors ?? []), prefix);
  };
}

/**
 * A failed union reports the faults of all its branches, and itself behind them. Those of branches that do not even
 * have the value's type only confuse; when a single other branch is left, its faults are what the caller meant.
 */
function readable(errors: readonly ErrorObject[]): ErrorObject[] {
  const left: ErrorObject[] = [];
  for (const error of errors) {
    const told = error.keyword === "anyOf" ? takeFaultsOf(error, left) : [error];
    for (const fault of told) left.push(fault);
  }
  return left;
}

/** Takes a union's faults off the end of those that came before it, and gives back what is to be said of it. */
function takeFaultsOf(union: ErrorObject, left: ErrorObject[]): ErrorObject[] {
  const { instancePath, schemaPath } = union;
  // Every item of an array has its faults under the same schema path, so the place in the input counts as well.
  const isWithin = (error: ErrorObject) =>
    error.instancePath === instancePath || error.instancePath.startsWith(`${instancePath}/`);
  const others = left.findLastIndex((error) => !isWithin(error)) + 1;
  const within = left.splice(others);
  const inside = (error: ErrorObject) => error.schemaPath.startsWith(`${schemaPath}/`);
  const branchOf = (error: ErrorObject) => error.schemaPath.slice(schemaPath.length + 1).split("/")[0];
  const faults = within.filter(inside);
  const wrongType = faults.filter((error) => error.keyword === "type" && error.instancePath === instancePath);
  const hopeless = new Set(wrongType.map(branchOf));
  const telling = faults.filter((error) => !hopeless.has(branchOf(error)));
  const rest = within.filter((error) => !inside(error));
  return [...rest, ...(telling.length > 0 ? telling : [union])];
}

/** One fault for each bad member: null is no known word and no string either, and the words say more. */
function onePerMember(errors: ErrorObject[], prefix: Prefix): FieldError[] {
  const byPointer = new Map<string, ErrorObject>();
  for (const error of errors) {
    const pointer = prefixed(placeOf(error), prefix);
    const known = byPointer.get(pointer);
    if (!known || known.keyword === "type") byPointer.set(pointer, error);
  }
  return Array.from(byPointer, ([pointer, error]) => {
    const isRepeated = prefix === "?" && Array.isArray(error.data);
    return { pointer, detail: isRepeated ? "must be given once" : describe(error) };
  });
}

/** The pointer of the member that is bad, missing or unknown. */
function placeOf({ instancePath, params, keyword }: ErrorObject): string {
  const member: string | undefined =
    keyword === "required"
      ? params.missingProperty
      : keyword === "additionalProperties"
        ? params.additionalProperty
        : undefined;
  return member === undefined ? instancePath : `${instancePath}/${escapePointer(member)}`;
}

const escapePointer = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");

const formatDetails: Record<string, string> = {
  "date-time": "must be an RFC 3339 date-time with an offset or Z",
  email: "must be an e-mail address",
  uuid: "must be a UUID",
  uri: "must be a URI",
  "iana-time-zone": "must be an IANA time zone such as America/Panama",
};

const typeNames: Record<string, string> = {
  array: "an array",
  boolean: "true or false",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

const shown = (word: unknown): string => (word === "" ? '""' : String(word));

function describe({ keyword, params, message, parentSchema }: ErrorObject): string {
  switch (keyword) {
    case "type":
      return `must be ${[params.type]
        .flat()
        .map((type) => typeNames[type])
        .join(" or ")}`;
    case "pattern":
      return parentSchema?.[patternSays] ?? "does not have the form that is asked for";
    case "minProperties":
      return `must have at least ${params.limit} of its members`;
    case "maxProperties":
      return `must have at most ${params.limit} of its members`;
    case "required":
      return "is required";
    case "additionalProperties":
      return "is not a known member";
    case "enum":
      return `must be one of ${params.allowedValues.map(shown).join(", ")}`;
    case "const":
      return `must be ${shown(params.allowedValue)}`;
    case "format":
      return formatDetails[params.format] ?? `must be a valid ${params.format}`;
    case "anyOf":
      return "has the wrong type";
    default:
      return message ?? "is not valid";
  }
}

/**
 * Query parameters are text: a schema's integers and booleans are parsed here, exactly. What does not parse is
 * left as text, and the check names it.
 */
export function parseQuery(
  query: Record<string, unknown>,
  properties: Record<string, object>,
): Record<string, unknown> {
  const parsed = Object.entries(query).map(([name, value]) => {
    const schema: QuerySchema = Object.hasOwn(properties, name) ? (properties[name] ?? {}) : {};
    const { type } = schema;
    if (type === "integer" && typeof value === "string" && /^-?\d+$/.test(value))
      return [name, parseInteger(value, schema)];
    if (type === "boolean" && (value === "true" || value === "false")) return [name, value === "true"];
    return [name, value];
  });
  return Object.fromEntries(parsed);
}

type QuerySchema = { type?: string; minimum?: number; maximum?: number };

/** Exactly the integer, or else the text; one that no number holds exactly is only good to be told its bound. */
function parseInteger(
  text: string,
  { minimum = -Infinity, maximum = Infinity }: QuerySchema,
): number | string {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  const beyond = Math.sign(number) * 2 ** 53;
  return beyond < minimum || beyond > maximum ? beyond : text;
}
