import type { OpenApiDocument, Schema } from "./openapi-document.ts";

/** One operation of the OpenAPI document, with what a test needs to call it. */
export interface Operation {
  method: string;
  path: string;
  pathParameters: string[];
  queryParameters: { name: string; schema: Schema }[];
  body: Schema | null;
  /** Whoever calls needs no credential of ours. */
  isOpen: boolean;
  /** What it is called in messages. */
  title: string;
}

/** Every operation of the document, so that a test covers a route as soon as it exists. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, security }]) => ({
      method: method.toUpperCase(),
      path,
      title: `${method.toUpperCase()} ${path}`,
      pathParameters: parameters.filter((each) => each.in === "path").map((each) => each.name),
      queryParameters: parameters.filter((each) => each.in === "query"),
      body: requestBody?.content?.["application/json"]?.schema ?? null,
      isOpen: security?.every((way) => !("bearer" in way) || security.some(isNothing)) ?? false,
    })),
  );
}

const isNothing = (way: object): boolean => Object.keys(way).length === 0;

/** The operation's URL with these path parameters, each of them encoded. */
export const urlOf = ({ path }: Operation, parameters: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? name));
