import type { Answer } from "./errors.ts";
import { fileParts, type Operations, routes } from "./generated/openapi.ts";
import { walkPages } from "./paging.ts";
import type { Transport } from "./transport.ts";
import { type Fields, type FormFields, type UploadFile, type Value, writeForm, writeUpload } from "./values.ts";

/** The 67 operations of the compatible API. */
export type OperationId = keyof Operations;

/** What an operation answers; unknown where Lectern has not built it yet. */
export type AnswerOf<Id extends OperationId> = Operations[Id]["answer"];

/** The query of an operation; Date, boolean and number are written the way the API reads them. */
export type QueryOf<Id extends OperationId> = Given<Operations[Id]["query"], Value>;

/** The form of an operation; FormData is sent as it is. */
export type FormOf<Id extends OperationId> = Given<Operations[Id]["form"], Value | Blob>;

type Given<Named, Kind> = Named extends undefined
  ? undefined
  : { readonly [Name in keyof Named]?: Kind | readonly Kind[] | undefined };

export interface CallOptions {
  /** Instead of the client id given to createLectern: a sub-client, for instance. */
  readonly clientId?: number | string | undefined;
  readonly signal?: AbortSignal | undefined;
  /**
   * Says that the call may be repeated when it is unknown whether it was carried out (no answer, 502, 503, 504).
   * GETs always are. Registering is safe to repeat: the same address is the same person.
   */
  readonly idempotent?: boolean | undefined;
}

type PathParams<Id extends OperationId> = Omit<Operations[Id]["params"], "clientId">;

type WithParams<Id extends OperationId> = keyof PathParams<Id> extends never
  ? { readonly params?: undefined }
  : { readonly params: { readonly [Name in keyof PathParams<Id>]: string | number } };

/** Operations that take a file, whether they need it or not. */
type WithFile<Id extends OperationId> = "file" extends keyof Operations[Id]
  ? Operations[Id] extends { file: string }
    ? { readonly file: UploadFile }
    : { readonly file?: UploadFile | undefined }
  : { readonly file?: undefined };

export type CallInput<Id extends OperationId> = CallOptions &
  WithParams<Id> &
  WithFile<Id> & { readonly query?: QueryOf<Id> | undefined; readonly form?: FormOf<Id> | FormData | undefined };

/** Optional where the operation needs no more than the client id. */
export type CallArguments<Id extends OperationId> =
  Record<never, never> extends CallInput<Id> ? [input?: CallInput<Id>] : [input: CallInput<Id>];

/** Untyped, for tests and for parameters that only the other side knows. */
export interface RequestInput extends CallOptions {
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly query?: Fields | undefined;
  readonly form?: FormFields | FormData | undefined;
  /** Sent in the form's part for it, which is called "file" unless the operation says otherwise. */
  readonly file?: UploadFile | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Calls {
  /** Calls an operation: its answer, with retries, or a LecternError. */
  call<Id extends OperationId>(operation: Id, ...input: CallArguments<Id>): Promise<AnswerOf<Id>>;
  /** The pages of an operation that has pages, one call each. */
  pages<Id extends OperationId>(
    operation: Id,
    ...input: CallArguments<Id>
  ): AsyncGenerator<AnswerOf<Id>, void, undefined>;
  /** One attempt: status, headers and body as they come; throws only when there is no answer. */
  request(operation: OperationId, input?: RequestInput): Promise<Answer>;
}

/** @param clientId of every call that names no other. */
export function createCalls(transport: Transport, clientId: number | string | undefined): Calls {
  const prepare = (operation: OperationId, { form, file, ...input }: RequestInput) => ({
    ...input,
    operation,
    route: routes[operation],
    params: { clientId: input.clientId ?? clientId, ...input.params },
    ...(form && { body: writeForm(form) }),
    ...(file && { body: writeUpload(form ?? {}, partOf(operation), file) }),
  });
  const call = (operation: OperationId, input: RequestInput = {}) => transport.fetchBody(prepare(operation, input));
  const pages = (operation: OperationId, input: RequestInput = {}) => {
    const first = Number(input.query?.pageoffset ?? 0);
    const fetchPage = (pageoffset: number) => call(operation, { ...input, query: { ...input.query, pageoffset } });
    return walkPages(fetchPage, { operation, first });
  };
  return {
    call: call as Calls["call"],
    pages: pages as Calls["pages"],
    request: async (operation, input = {}) => transport.send(prepare(operation, input)),
  };
}

function partOf(operation: OperationId): string {
  return (fileParts as Partial<Record<OperationId, string>>)[operation] ?? "file";
}
