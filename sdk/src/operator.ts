import { LecternError } from "./errors.ts";
import { type OperatorOperations, operatorRoutes } from "./generated/openapi.ts";
import { addressBelow, createTransport, type Outgoing } from "./transport.ts";
import type { Fields } from "./values.ts";

/** The operations of Lectern's own API. */
export type OperatorOperationId = keyof OperatorOperations;

export type OperatorAnswer<Id extends OperatorOperationId> = OperatorOperations[Id]["answer"];

export type IssuedToken = OperatorAnswer<"issueToken">;
export type ListedToken = OperatorAnswer<"listTokens">["tokens"][number];
export type Demo = OperatorAnswer<"createDemo">;

export interface OperatorOptions {
  /** Address of the server, `http://127.0.0.1:8024`. */
  readonly baseUrl: string;
  readonly operatorKey: string;
  readonly fetch?: typeof fetch | undefined;
  /** Attempts after the first; 4 by default. */
  readonly retries?: number | undefined;
}

export interface OperatorCallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Says that the call may be repeated when it is unknown whether it was carried out; GETs always are. */
  readonly idempotent?: boolean | undefined;
}

/** A body that is no JSON: a list of people, captions, a picture. */
export interface SentFile<Type extends string = string> {
  readonly type: Type;
  readonly content: Blob | Uint8Array | string;
}

/**
 * Not there where the operation knows none, and left out at will where it needs none. In brackets, as all that follows, so that
 * it is not spread over the kinds of all operations while TypeScript does not know yet which one is called.
 */
type Part<Name extends string, Kind> = [Kind] extends [undefined]
  ? { readonly [Key in Name]?: undefined }
  : Record<never, never> extends Kind
    ? { readonly [Key in Name]?: Kind | undefined }
    : { readonly [Key in Name]: Kind };

type SentBody<Body, Type> = [Type] extends [string]
  ? FileOf<Type> | ([Body] extends [undefined] ? never : JsonOf<Body>)
  : [Body] extends [undefined]
    ? { readonly body?: undefined; readonly file?: undefined }
    : JsonOf<Body>;

interface FileOf<Type extends string> {
  readonly file: SentFile<Type>;
  readonly body?: undefined;
}

interface JsonOf<Body> {
  readonly body: Body;
  readonly file?: undefined;
}

export type OperatorInput<Id extends OperatorOperationId> = OperatorCallOptions &
  Part<"params", OperatorOperations[Id]["params"]> &
  Part<"query", OperatorOperations[Id]["query"]> &
  Part<"headers", OperatorOperations[Id]["headers"]> &
  SentBody<OperatorOperations[Id]["body"], OperatorOperations[Id]["file"]>;

/** Optional where the operation needs nothing. */
type OperatorArguments<Id extends OperatorOperationId> =
  Record<never, never> extends OperatorInput<Id> ? [input?: OperatorInput<Id>] : [input: OperatorInput<Id>];

/** The operations whose lists come in pages. */
export type PagedOperationId = {
  [Id in OperatorOperationId]: OperatorOperations[Id]["query"] extends infer Query extends object
    ? "cursor" extends keyof Query
      ? Id
      : never
    : never;
}[OperatorOperationId];

export interface Operator {
  /** Calls an operation: its answer, with retries, or a LecternError. */
  call<Id extends OperatorOperationId>(operation: Id, ...input: OperatorArguments<Id>): Promise<OperatorAnswer<Id>>;
  /** The pages of a list, one call each, from the cursor in the query on. */
  pages<Id extends PagedOperationId>(
    operation: Id,
    ...input: OperatorArguments<Id>
  ): AsyncGenerator<OperatorAnswer<Id>, void, undefined>;
}

/** An input, when it does not matter of which operation. */
interface AnyInput extends OperatorCallOptions {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly body?: unknown;
  readonly file?: SentFile | undefined;
}

/**
 * A client of Lectern's own API, for whoever runs the server.
 * Every call throws a LecternError when it fails. @throws TypeError for an address or a key that no call could be made with.
 */
export function createOperator(options: OperatorOptions): Operator {
  const transport = createTransport({
    address: addressBelow(options.baseUrl, "/api"),
    headers: { authorization: `Bearer ${options.operatorKey}` },
    secrets: { operatorKey: options.operatorKey },
    fetch: options.fetch,
    retries: options.retries,
  });
  const call = (operation: OperatorOperationId, input: AnyInput = {}) =>
    transport.fetchBody(writeCall(operation, input));

  async function* pages(operation: OperatorOperationId, input: AnyInput = {}) {
    let cursor = input.query?.cursor;
    do {
      const page = (await call(operation, { ...input, query: { ...input.query, cursor } })) as { next?: string };
      yield page;
      if (page.next !== undefined && page.next === cursor) throw stuck(operation);
      cursor = page.next;
    } while (cursor !== undefined);
  }

  return { call: call as Operator["call"], pages: pages as Operator["pages"] };
}

function writeCall(operation: OperatorOperationId, input: AnyInput): Outgoing {
  const { params = {}, query = {}, headers = {}, body, file, ...options } = input;
  const type = file?.type ?? (body === undefined ? undefined : "application/json");
  return {
    ...options,
    operation,
    route: operatorRoutes[operation],
    params,
    query: writeFlags(query),
    headers: Object.fromEntries(
      Object.entries({ ...headers, "content-type": type }).filter((header): header is [string, string] => !!header[1]),
    ),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file.content instanceof Blob ? file.content : new Blob([file.content as string]) }),
  };
}

/** Here, unlike in the compatible API, true is true and not Y. */
function writeFlags(query: NonNullable<AnyInput["query"]>): Fields {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === "boolean" ? String(value) : value]),
  );
}

function stuck(operation: string): LecternError {
  return new LecternError("The same page came twice.", { kind: "server", operation, status: 200 });
}
