/** One documented request with its documented answer, as the files in examples/ hold them. */
export interface Example {
  title: string;
  /** Whose token of demo.json is sent. */
  as: string;
  method: string;
  /** `{{name}}` stands for a value that the demo or an earlier answer gave. */
  path: string;
  body?: unknown;
  status: number;
  answer: unknown;
  /** The documented JSON Schema of the answer, where the document gives one. */
  schema?: object;
  /** JSON pointers of ids, times and generated values: there the type is compared, not the value. */
  varies?: string[];
  /** The document elides members (`...`): others may be there too. */
  partial?: boolean;
  /** The document's dates must be in the future: its years are moved, in request and answer. */
  moveDates?: boolean;
  /** Keeps values of the answer for later examples: name → JSON pointer. */
  save?: Record<string, string>;
}

export interface ExampleFile {
  document: string;
  examples: Example[];
}

/** Fills the `{{name}}`s of anything that is JSON, and moves its dates by `years` where they are 2025's. */
export function prepare<T>(value: T, values: ReadonlyMap<string, string>, years: number): T {
  const filled = JSON.stringify(value).replace(/\{\{(\w+)\}\}/g, (whole, name) => values.get(name) ?? whole);
  const moved = years === 0 ? filled : filled.replace(/\b2025(-\d\d-\d\d)/g, `${2025 + years}$1`);
  return JSON.parse(moved);
}

/** The value at a JSON pointer, or undefined. */
export function at(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | undefined)?.[name], value);
}
