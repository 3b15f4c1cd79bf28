import type { Example } from "./example.ts";

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const typeOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** Where an answer departs from the documented one: a line for each place, none when it does not. */
export function compare(example: Pick<Example, "answer" | "varies" | "partial">, answer: unknown): string[] {
  return differences(example, example.answer, answer, "");
}

function differences(
  example: Pick<Example, "varies" | "partial">,
  documented: unknown,
  actual: unknown,
  pointer: string,
): string[] {
  const [expected, found] = [typeOf(documented), typeOf(actual)];
  if (expected !== found) return [`${pointer || "/"} is ${found}, documented as ${expected}`];
  if (example.varies?.includes(pointer)) return [];
  if (Array.isArray(documented) && Array.isArray(actual)) {
    const length = documented.length === actual.length ? [] : [`${pointer} has ${actual.length} members`];
    return [
      ...length,
      ...documented.flatMap((value, i) => differences(example, value, actual[i], `${pointer}/${i}`)),
    ];
  }
  if (isObject(documented) && isObject(actual)) {
    const unknown = example.partial ? [] : Object.keys(actual).filter((name) => !(name in documented));
    return [
      ...unknown.map((name) => `${pointer}/${name} is not documented`),
      ...Object.entries(documented).flatMap(([name, value]) =>
        differences(example, value, actual[name], `${pointer}/${name}`),
      ),
    ];
  }
  if (documented === actual) return [];
  return [`${pointer} is ${JSON.stringify(actual)}, documented as ${JSON.stringify(documented)}`];
}
