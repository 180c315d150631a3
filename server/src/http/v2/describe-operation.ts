import { findExample } from "@lectern/contract/examples";
import type { Operation, OperationId } from "@lectern/contract/operations";
import Type, { type TObject, type TProperties, type TSchema } from "typebox";
import type { Upload } from "../bodies.ts";

const Message = Type.Object({ message: Type.String() }, { title: "Message" });

/** Groups of the reference, in its order, by the first part of an operation's id. */
export const operationGroups: Readonly<Record<string, { name: string; description: string }>> = {
  Registration: { name: "Registration", description: "Register people, change them, forget them" },
  EventManagement: { name: "Event management", description: "Create webinars and set them up" },
  AnalyticsEventLevel: { name: "Event-level analytics", description: "What happened in one event" },
  AnalyticsClientLevel: { name: "Client-level analytics", description: "What happened in a client's events" },
  ContentListings: { name: "Content listings", description: "Media and hubs" },
  Helpers: { name: "Helpers", description: "Lists of accepted values, contacts and users" },
};

/** What the route schema, and so the OpenAPI document and the reference, say of an operation. */
export function describeOperation(
  operation: Operation<OperationId>,
  definition: { query?: TObject; form?: TObject; upload?: Upload; answer: TSchema } | undefined,
) {
  const [group = "", name = ""] = operation.id.split(".");
  const isBuilt = definition !== undefined;
  return {
    operationId: operation.id,
    tags: [operationGroups[group]?.name ?? group],
    summary: toWords(name) + (isBuilt ? "" : " · not built yet"),
    description: `Right: ${operation.access}. ${operation.callsPerMinute} calls a minute.${isBuilt ? "" : " Not built yet: answers 501."}`,
    params: describePath(operation.path),
    security: [{ accessTokenKey: [], accessTokenSecret: [] }],
    ...(definition?.query && { querystring: definition.query }),
    ...describeBody(definition),
    ...(operation.xml && { produces: ["application/json", "application/xml"] }),
    response: {
      ...(definition && { 200: { ...definition.answer, example: findExample(operation.id)?.answer } }),
      "4xx": Message,
      "5xx": Message,
    },
  };
}

/** `ForgetRegistrantClientlevel` -> `Forget registrant (client level)`; acronyms stay whole. */
function toWords(name: string): string {
  const [first = "", ...rest] = name
    .replace(/(Client|Event)level$/, "")
    .split(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
  const words = [
    first,
    ...rest.map((word) => (/^[A-Z]+s?$/.test(word) && word.length > 1 ? word : word.toLowerCase())),
  ];
  const level = /(Client|Event)level$/.exec(name)?.[1]?.toLowerCase();
  return words.join(" ") + (level ? ` (${level} level)` : "");
}

/** A file is a part of the form; whoever sends one cannot but send multipart. */
function describeBody({ form, upload }: { form?: TObject; upload?: Upload } = {}) {
  if (!upload) return form && { consumes: formTypes, body: form };
  const { field, description = "The file", isOptional = false } = upload;
  const file = Type.Unsafe<string>({ type: "string", format: "binary", description });
  const parts = { [field]: isOptional ? Type.Optional(file) : file, ...form?.properties };
  return { consumes: ["multipart/form-data"], body: Type.Object(parts) };
}

const formTypes = ["application/x-www-form-urlencoded", "multipart/form-data", "application/json"];

function describePath(path: string): TObject {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  return Type.Object(
    Object.fromEntries(names.map((name) => [name, name.endsWith("Id") ? Type.Integer() : Type.String()])),
  );
}

/** The names that a schema of parameters lists. */
export function namesOf(schema: TObject | undefined): string[] {
  return Object.keys((schema?.properties ?? {}) as TProperties);
}
