import { mkdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
// Adds `swagger()` to the server's type.
import type {} from "@fastify/swagger";
import { buildApp } from "../src/build-app.ts";
import { connect } from "../src/db/database.ts";
import { createSealer } from "../src/lib/sealer.ts";
import { createStorage } from "../src/lib/storage.ts";

// Writes sdk/src/generated/openapi.ts from the OpenAPI document of the routes; with --check only compares it.
// Our schemas use a small part of JSON Schema, so this page replaces a generator that would install 40 MB with its own
// copy of TypeScript. What it does not know stops it: nothing is typed wrong in silence.

interface Schema {
  type?: string;
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
}

interface Described {
  operationId: string;
  description?: string;
  summary?: string;
  parameters?: { in: string; name: string; description?: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Route {
  id: string;
  /** Below /v2 or /api. */
  methodAndPath: string;
  described: Described;
}

const isCompiled = import.meta.url.includes("/dist/");
const file = new URL(`${isCompiled ? "../../../" : "../../"}sdk/src/generated/openapi.ts`, import.meta.url);

const generated = describeApi(await readPaths());
if (process.argv.includes("--check")) await compare();
else {
  await mkdir(new URL(".", file), { recursive: true });
  await writeFile(file, generated);
}

async function compare(): Promise<void> {
  const written = await readFile(file, "utf8").catch(() => "");
  if (written === generated) return;
  console.error("sdk/src/generated/openapi.ts differs from the routes: run `npm run generate`.");
  process.exitCode = 1;
}

/** Routes are only registered here, so no database is ever connected to. */
async function readPaths(): Promise<Record<string, Record<string, Described>>> {
  const database = connect("postgres:///unused", { poolSize: 1 });
  const { server } = await buildApp({
    storage: createStorage({ dataFolder: tmpdir() }),
    database,
    config: {
      publicUrl: "http://localhost",
      mailFrom: "",
      throttleFactor: undefined,
      throttleStatus: 403,
      logLevel: "silent",
      trustProxy: false,
    },
    operatorKey: "",
    sealer: createSealer(""),
    now: () => new Date(),
  });
  await server.ready();
  const { paths } = server.swagger() as unknown as { paths: Record<string, Record<string, Described>> };
  await server.close();
  await database.close();
  return paths;
}

function describeApi(paths: Record<string, Record<string, Described>>): string {
  const compatible = routesBelow(paths, "/v2");
  const operator = routesBelow(paths, "/api");
  return [
    "// Generated from the routes by `npm run generate`; do not edit.\n",
    "/** Of an operation that Lectern has not built yet: whatever the other side understands. */",
    "type Unknown = Record<string, string>;\n",
    "/** Name of the part of the form that holds a file. */\ntype FilePart<Name extends string> = Name;\n",
    "/** The compatible API, by operation id. */",
    `export interface Operations {\n${compatible.map(describeOperation).join("\n")}\n}\n`,
    "/** Lectern's own API, by operation id; `file` is the media types of a body that is no JSON. */",
    `export interface OperatorOperations {\n${operator.map(describeOwnOperation).join("\n")}\n}\n`,
    `/** Operations that take a file, and the part of the form that it goes into. */\nexport const fileParts = {\n${compatible.flatMap(describeFilePart).join("\n")}\n} as const;\n`,
    `export const routes = {\n${compatible.map(describeRoute).join("\n")}\n} as const;\n`,
    `export const operatorRoutes = {\n${operator.map(describeRoute).join("\n")}\n} as const;\n`,
  ].join("\n");
}

function routesBelow(paths: Record<string, Record<string, Described>>, prefix: string): Route[] {
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(`${prefix}/`))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => ({
        id: described.operationId,
        methodAndPath: `${method.toUpperCase()} ${path.slice(prefix.length)}`,
        described,
      })),
    );
}

/** The one part of an operation's form that is a file. */
function filePartOf({ described }: Route): string | undefined {
  const { properties = {} } = bodyOf(described) ?? {};
  return Object.keys(properties).find((name) => properties[name]?.format === "binary");
}

function bodyOf({ requestBody }: Described): Schema | undefined {
  return Object.values(requestBody?.content ?? {})[0]?.schema;
}

function describeFilePart(route: Route): string[] {
  const part = filePartOf(route);
  return part === undefined ? [] : [`  ${nameOf(route.id)}: ${JSON.stringify(part)},`];
}

function describeRoute({ id, methodAndPath }: Route): string {
  return `  ${nameOf(id)}: ${JSON.stringify(methodAndPath)},`;
}

function describeOperation(route: Route): string {
  const { id, described } = route;
  const success = Object.entries(described.responses).find(([status]) => status.startsWith("2"));
  const body = bodyOf(described);
  const part = filePartOf(route);
  const isNeeded = part !== undefined && body?.required?.includes(part);
  const parts = {
    params: parametersOf(described, "path"),
    query: success ? parametersOf(described, "query") : undefined,
    form: success ? without(body ?? { type: "object" }, part) : undefined,
  };
  const lines = Object.entries(parts).map(
    ([name, schema]) => `    ${name}: ${schema ? typeOf(schema, "    ") : "Unknown"};`,
  );
  if (part !== undefined) lines.push(`    file${isNeeded ? "" : "?"}: FilePart<${JSON.stringify(part)}>;`);
  return [
    comment(described.description ?? described.summary, "  "),
    `  ${nameOf(id)}: {\n${lines.join("\n")}\n    answer: ${success ? answerOf(success[1]) : "unknown"};\n  };`,
  ].join("");
}

/** An operation of our own API: JSON, or a body that is a file. */
function describeOwnOperation({ id, described }: Route): string {
  const success = Object.entries(described.responses).find(([status]) => status.startsWith("2"));
  const { "application/json": json, ...files } = described.requestBody?.content ?? {};
  const parts = {
    params: typeOf(parametersOf(described, "path"), "    "),
    query: typeOf(parametersOf(described, "query"), "    "),
    headers: typeOf(parametersOf(described, "header"), "    "),
    body: json ? typeOf(asSent(json.schema), "    ") : "undefined",
    file:
      Object.keys(files)
        .map((type) => JSON.stringify(type))
        .join(" | ") || "undefined",
    answer: success ? answerOf(success[1]) : "unknown",
  };
  const lines = Object.entries(parts).map(([name, type]) => `    ${name}: ${type};`);
  const says = [described.summary, described.description].filter(Boolean).join(". ");
  return `${comment(says, "  ")}  ${nameOf(id)}: {\n${lines.join("\n")}\n  };`;
}

/** What has a default need not be sent. */
function asSent(schema: Schema): Schema {
  const { properties, items, required = [] } = schema;
  const sent = Object.entries(properties ?? {}).map(([name, property]) => [name, asSent(property)] as const);
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(sent) }),
    ...(items && { items: asSent(items) }),
    required: required.filter((name) => properties?.[name]?.default === undefined),
  };
}

function without(schema: Schema, name: string | undefined): Schema {
  const { [name ?? ""]: _left, ...properties } = schema.properties ?? {};
  return { ...schema, properties };
}

function parametersOf({ parameters = [] }: Described, place: "path" | "query" | "header"): Schema {
  const found = parameters.filter((parameter) => parameter.in === place);
  return {
    type: "object",
    properties: Object.fromEntries(
      found.map(({ name, description, schema }) => [
        name,
        { ...schema, ...(description !== undefined && { description }) },
      ]),
    ),
    required: found.filter(({ required, schema }) => required && schema.default === undefined).map(({ name }) => name),
  };
}

function answerOf({ content = {} }: { content?: Record<string, { schema: Schema }> }): string {
  const schema = content["application/json"]?.schema;
  return schema ? typeOf(schema, "    ") : "undefined";
}

/** @param indent of the line that the type begins on. */
function typeOf(schema: Schema, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (schema.anyOf) return [...new Set(schema.anyOf.map((choice) => typeOf(choice, indent)))].join(" | ");
  if (schema.type === "array") return arrayOf(schema.items ?? {}, indent);
  if (schema.type === "object") return objectOf(schema, indent);
  if (schema.type === undefined) return "unknown";
  const simple = { string: "string", integer: "number", number: "number", boolean: "boolean", null: "undefined" }[
    schema.type
  ];
  if (!simple) throw new Error(`No TypeScript type is known for ${JSON.stringify(schema)}`);
  return simple;
}

function arrayOf(item: Schema, indent: string): string {
  const isUnion = (item.anyOf ?? item.enum ?? []).length > 1;
  return isUnion ? `readonly (${typeOf(item, indent)})[]` : `readonly ${typeOf(item, indent)}[]`;
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema, indent: string): string {
  const names = Object.keys(properties);
  if (names.length === 0 && additionalProperties === true) return "Record<string, unknown>";
  if (names.length === 0 && typeof additionalProperties === "object")
    return `Record<string, ${typeOf(additionalProperties, indent)}>`;
  // Nothing may be given, which no empty object type says.
  if (names.length === 0) return "undefined";
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? "" : "?";
    return `${comment(schema.description, inner)}${inner}${nameOf(name)}${mark}: ${typeOf(schema, inner)};`;
  });
  return `{\n${lines.join("\n")}\n${indent}}`;
}

function nameOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function comment(text: string | undefined, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll("*/", "* /")} */\n` : "";
}
