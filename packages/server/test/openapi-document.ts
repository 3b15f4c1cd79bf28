/** As much of JSON Schema as the generated document uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  minItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  default?: unknown;
}

/** As much of OpenAPI 3.1 as the generated document uses. */
export interface OpenApiDocument {
  paths: Record<
    string,
    Record<
      string,
      {
        security?: object[];
        parameters?: { name: string; in: string; schema: Schema }[];
        requestBody?: { content?: Record<string, { schema: Schema }> };
      }
    >
  >;
  components?: { schemas?: Record<string, Schema> };
}
