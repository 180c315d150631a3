import Type, { type TObject } from "typebox";
import type { AnyDefinition } from "./operation.ts";
import { Problem } from "./problem.ts";
import { id } from "./schema-parts.ts";

export const statusOf = ({ status, answer }: AnyDefinition) => status ?? (answer ? 200 : 204);

/** What the route schema, and so the OpenAPI document, the reference and the SDK, say of an operation. */
export function describeOperation(operationId: string, definition: AnyDefinition) {
  const { route, right, group, summary, description, query, headers, answer } = definition;
  return {
    operationId,
    tags: [group],
    summary,
    description: `${description ? `${description} ` : ""}Right: ${right}.`,
    "x-right": right,
    security: [{ operatorKey: [] }, { staffSession: [] }],
    params: describePath(route),
    ...(query && { querystring: query }),
    ...(headers && { headers }),
    ...describeBody(definition),
    response: { [statusOf(definition)]: answer ?? Type.Null(), "4xx": Problem, "5xx": Problem },
  };
}

function describePath(path: string): TObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const text = Type.String({ minLength: 1, maxLength: 100 });
  return Type.Object(Object.fromEntries(names.map((name) => [name, name.endsWith("Id") ? id() : text])));
}

function describeBody({ body, upload }: AnyDefinition) {
  if (!upload) return body && { body };
  // A file is a stream when it is validated, so its schema names no type.
  const { description } = upload;
  const files = upload.types.map((type) => [
    type,
    { schema: { contentMediaType: type, ...(description && { description }) } },
  ]);
  return { body: { content: { ...(body && { "application/json": { schema: body } }), ...Object.fromEntries(files) } } };
}
