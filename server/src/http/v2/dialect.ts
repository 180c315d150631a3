import { type Operation, type OperationId, operations } from "@lectern/contract/operations";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import type { Static, TObject, TSchema } from "typebox";
import { fail, Refusal } from "../../errors.ts";
import { cutText } from "../../lib/cut-text.ts";
import type { StagedFile, Staging } from "../../lib/staging.ts";
import { readMultipart, registerBodies, type Upload } from "../bodies.ts";
import { emptyFields, type Fields, readQuery } from "../forms.ts";
import { canonicalName } from "../names.ts";
import { refusalOf } from "../refusal-of.ts";
import { type Streamable, sendAnswer, sendRefusal } from "./answers.ts";
import { authenticate, hasAccess, reachClient, reachEvent, requireOpenAccount } from "./authenticate.ts";
import { describeOperation, namesOf } from "./describe-operation.ts";
import type { CalledClient, CalledEvent, Directory, TokenRecord } from "./directory.ts";
import { createThrottle } from "./throttle.ts";

/** What a handler gets: the caller is known, allowed, and the client and event of the path exist and are open. */
export interface OperationCall {
  readonly token: TokenRecord;
  readonly client: CalledClient;
  /** By canonical name, see names.ts. */
  readonly query: Fields;
  readonly form: Fields;
  /** What came under the name of the operation's upload; removed afterwards unless it was moved away. */
  readonly file: StagedFile | undefined;
  /** Path parameters beside clientId and eventId. */
  readonly params: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly directory: Directory;
}

export interface EventOperationCall<Event extends CalledEvent = CalledEvent> extends OperationCall {
  readonly event: Event;
}

/** An operation as a feature builds it. Query and form list what is understood; everything else is warned about. */
export interface OperationDefinition<Call, Answer extends TSchema> {
  readonly query?: TObject;
  readonly form?: TObject;
  readonly upload?: Upload;
  readonly answer: Answer;
  /** Asked when the client has no event of that id: may refuse with more than that it is unknown. */
  refuseMissing?(client: CalledClient, eventId: string): Promise<void>;
  handle(call: Call): Promise<Streamable<Static<Answer>>> | Streamable<Static<Answer>>;
}

/** Where features register the operations of the compatible API. Events are what the directory knows them as. */
export interface V2<Event extends CalledEvent = CalledEvent> {
  operation<Answer extends TSchema>(id: OperationId, definition: OperationDefinition<OperationCall, Answer>): void;
  eventOperation<Answer extends TSchema>(
    id: OperationId,
    definition: OperationDefinition<EventOperationCall<Event>, Answer>,
  ): void;
}

export interface V2Options<Event extends CalledEvent = CalledEvent> {
  readonly directory: Directory<Event>;
  readonly staging: Staging;
  /** Factor on the published calls per minute; undefined = no throttling. */
  readonly throttleFactor: number | undefined;
  readonly throttleStatus: 403 | 429;
  now(): Date;
}

declare module "fastify" {
  interface FastifyRequest {
    v2: (Omit<OperationCall, "form" | "file"> & { event?: CalledEvent }) | undefined;
  }
  interface FastifyContextConfig {
    operation?: Operation;
    refuseMissing?: AnyDefinition["refuseMissing"];
  }
}

type AnyDefinition = OperationDefinition<EventOperationCall, TSchema>;

/** Serves all operations below `/v2`: those that features define, and 501 for the rest. Answers the ids that are built. */
export async function registerV2<Event extends CalledEvent>(
  app: FastifyInstance,
  options: V2Options<Event>,
  define: (v2: V2<Event>) => void,
): Promise<ReadonlySet<OperationId>> {
  const definitions = new Map<OperationId, AnyDefinition>();
  define({
    operation: (id, definition) => void definitions.set(id, definition as unknown as AnyDefinition),
    eventOperation: (id, definition) => void definitions.set(id, definition as unknown as AnyDefinition),
  });
  await app.register(
    async (scope) => {
      await registerBodies(scope);
      scope.decorateRequest("v2", undefined);
      scope.setErrorHandler((error, request, reply) =>
        sendRefusal(request, reply, refusalOf(error, request), request.routeOptions.config.operation),
      );
      scope.setNotFoundHandler((request, reply) =>
        sendRefusal(request, reply, new Refusal("http.notFound", { path: request.url.split("?")[0] ?? "" })),
      );
      const shared = { enter: createEntrance(options), staging: options.staging };
      for (const operation of operations) addOperation(scope, operation, definitions.get(operation.id), shared);
      addMethodRefusals(scope);
    },
    { prefix: "/v2" },
  );
  return new Set(definitions.keys());
}

type Entrance = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/** Everything that is checked before a body is read: token, reach, right, throttle, account, event. */
function createEntrance({ directory, throttleFactor, throttleStatus, now }: V2Options): Entrance {
  const throttle = throttleFactor === undefined ? undefined : createThrottle(throttleFactor);
  return async (request, reply) => {
    const operation = request.routeOptions.config.operation as Operation;
    const params = request.params as Record<string, string>;
    const at = now();
    const token = await authenticate(directory, request.headers);
    // PostgreSQL's text has no place for NUL, so nothing can be called that.
    if (request.url.includes("%00")) fail("http.badRequest");
    const client = await reachClient(directory, token, params.clientId ?? "");
    const query = readQuery(request.url);
    if (!hasAccess(token, operation, query)) fail("token.noPermission");
    if (throttle) {
      const allowance = throttle.count(client.id, operation);
      reply.header("RateLimit-Limit", allowance.limit);
      reply.header("RateLimit-Remaining", allowance.remaining);
      reply.header("RateLimit-Reset", allowance.resetSeconds);
      if (allowance.isExceeded) {
        reply.header("Retry-After", allowance.resetSeconds);
        throw new Refusal("throttle.exceeded", {}, throttleStatus);
      }
    }
    requireOpenAccount(client, at);
    if (token.clientId !== client.id)
      requireOpenAccount(await reachClient(directory, token, String(token.clientId)), at);
    const call = { token, client, query, params, now: at, directory };
    if (params.eventId === undefined) request.v2 = call;
    else {
      const reached = await enterEvent(directory, client, request);
      if (reached.client !== client) requireOpenAccount(reached.client, at);
      request.v2 = { ...call, ...reached };
    }
  };
}

/** The event of the path and its client: a sub-client where the operation's page says "this client or its children". */
async function enterEvent(directory: Directory, client: CalledClient, request: FastifyRequest) {
  const { operation, refuseMissing } = request.routeOptions.config;
  const { eventId = "" } = request.params as Record<string, string>;
  const areChildrenReached = operation?.wording === "children";
  const reached = await reachEvent(directory, client, eventId, areChildrenReached);
  if (!reached) await refuseMissing?.(client, eventId);
  return reached ?? fail("event.unknown", { eventId });
}

function addOperation(
  scope: FastifyInstance,
  operation: Operation<OperationId>,
  definition: AnyDefinition | undefined,
  { enter, staging }: { enter: Entrance; staging: Staging },
): void {
  const known = new Set([...namesOf(definition?.query), ...namesOf(definition?.form)].map(canonicalName));
  scope.route({
    method: operation.method,
    url: operation.path.replace(/\{(\w+)\}/g, ":$1"),
    config: { operation, ...(definition?.refuseMissing && { refuseMissing: definition.refuseMissing }) },
    schema: describeOperation(operation, definition),
    // Parameters have published refusals of their own, which the readers of each kind give; the schema describes.
    validatorCompiler: () => () => true,
    onRequest: enter,
    handler: async (request, reply) => {
      if (!definition) fail("operation.notBuilt", { operation: operation.id });
      const call = request.v2 as Omit<EventOperationCall, "form" | "file">;
      const { form, file } = request.isMultipart()
        ? await readMultipart(request, { staging, upload: definition.upload, parameters: known })
        : { form: (request.body as Fields | undefined) ?? emptyFields(), file: undefined };
      try {
        warnOfIgnored(reply, known, call.query, form);
        return sendAnswer(request, reply, operation, (await definition.handle({ ...call, form, file })) as object);
      } finally {
        if (file) await staging.discard(file);
      }
    },
  });
}

/** Unknown parameters are ignored, as published; the header tells whoever wonders why one had no effect. */
function warnOfIgnored(reply: FastifyReply, known: ReadonlySet<string>, query: Fields, form: Fields): void {
  const ignored: string[] = [];
  for (const name in query) if (!known.has(name)) ignored.push(name);
  for (const name in form) if (!known.has(name)) ignored.push(name);
  if (ignored.length === 0) return;
  const names = ignored.slice(0, 10).map((name) => encodeURIComponent(cutText(name.toWellFormed(), 50)));
  reply.header("Warning", `299 - "Ignored parameters: ${names.join(", ")}"`);
}

const allMethods: HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

function addMethodRefusals(scope: FastifyInstance): void {
  const methodsByPath = new Map<string, string[]>();
  for (const { path, method } of operations) methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), method]);
  for (const [path, methods] of methodsByPath) {
    const allowed = methods.includes("GET") ? [...methods, "HEAD"] : methods;
    scope.route({
      method: allMethods.filter((method) => !allowed.includes(method as string)),
      url: path.replace(/\{(\w+)\}/g, ":$1"),
      schema: { hide: true },
      onRequest: async (request, reply) => {
        reply.header("Allow", allowed.join(", "));
        fail("http.methodNotAllowed", { path, method: request.method, allowed: allowed.join(", ") });
      },
      handler: () => {},
    });
  }
}
