/** Pieces of the JSON schemas that the floor's answers are written by. */
export const text = { type: "string" } as const;
export const integer = { type: "integer" } as const;
export const decimal = { type: "number" } as const;
export const truth = { type: "boolean" } as const;
/** A Date, written as RFC 3339 in UTC with milliseconds. */
export const instant = { type: "string", format: "date-time" } as const;
/** Whatever JSON holds. */
export const free = { type: "object", additionalProperties: true } as const;

export const orNull = <Shape extends object>(shape: Shape) => ({ ...shape, nullable: true });
export const list = (items: object) => ({ type: "array", items }) as const;
export const members = (properties: Record<string, object>, optional: readonly string[] = []) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

/** The schema of a route that answers this. */
export const answers = (status: number, shape: object) => ({ schema: { response: { [status]: shape } } });
