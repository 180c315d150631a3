import type {} from "@fastify/swagger";
import type { TestApp } from "./harness.ts";
import type { JsonSchema } from "./shaped-by.ts";

/** An operation of our own API, as the document tells of it. */
export interface WebOperation {
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `/api/clients/{clientId}` */
  readonly path: string;
  readonly query: Readonly<Record<string, JsonSchema>>;
  /** By media type. */
  readonly bodies: Readonly<Record<string, JsonSchema>>;
  readonly right: unknown;
}

interface Described {
  readonly operationId: string;
  readonly "x-right"?: string;
  readonly parameters?: readonly { in: string; name: string; schema: JsonSchema }[];
  readonly requestBody?: { content: Record<string, { schema: JsonSchema }> };
}

/** All that there are: what nobody has written yet is tried too. */
export function listWebOperations(app: TestApp): WebOperation[] {
  const { paths } = app.app.server.swagger() as unknown as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths)
    .filter(([path]) => path.startsWith("/api/"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => readOperation(method, path, described)),
    );
}

function readOperation(method: string, path: string, described: Described): WebOperation {
  const { operationId, parameters = [], requestBody, "x-right": right } = described;
  const query = parameters.filter((parameter) => parameter.in === "query");
  const bodies = Object.entries(requestBody?.content ?? {});
  return {
    id: operationId,
    method: method.toUpperCase() as WebOperation["method"],
    path,
    right,
    query: Object.fromEntries(query.map(({ name, schema }) => [name, schema])),
    bodies: Object.fromEntries(bodies.map(([type, { schema }]) => [type, schema])),
  };
}
