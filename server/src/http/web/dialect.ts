import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods, RouteOptions } from "fastify";
import { fail, fillIn } from "../../errors.ts";
import type { Staging } from "../../lib/staging.ts";
import { receiveFile, takeFiles, takeJson } from "./bodies.ts";
import { type Caller, type ClientRef, type Identify, mayDo, reaches } from "./caller.ts";
import { describeOperation, statusOf } from "./describe-operation.ts";
import type { AnyDefinition, EventRef, Web } from "./operation.ts";
import { sendProblem } from "./problem.ts";
import type { Right } from "./rights.ts";

export interface WebOptions {
  readonly identify: Identify;
  readonly clients: Lookup<ClientRef>;
  readonly events: Lookup<EventRef>;
  readonly staging: Staging;
}

/** By id: known at once, or to be looked up. */
interface Lookup<Found> {
  get(id: number): Found | undefined | Promise<Found | undefined>;
}

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | undefined;
    /** Client and event of the path. */
    place: { client?: ClientRef | undefined; event?: EventRef | undefined } | undefined;
  }
}

/** Serves the operations of our own API below `/api`. */
export async function registerWeb(
  app: FastifyInstance,
  options: WebOptions,
  define: (web: Web) => void,
): Promise<void> {
  await app.register(
    async (scope) => {
      takeJson(scope);
      scope.decorateRequest("caller", undefined);
      scope.decorateRequest("place", undefined);
      scope.setErrorHandler(sendProblem);
      scope.setNotFoundHandler((request) => fail("http.notFound", { path: request.url.split("?")[0] ?? "" }));
      scope.addHook("onRequest", async (request) => {
        request.caller =
          (await options.identify(request)) ??
          fail(request.headers.authorization === undefined ? "caller.unknown" : "operator.wrongKey");
      });
      define({
        operation: (id, definition) => addOperation(scope, id, definition as unknown as AnyDefinition, options),
      });
    },
    { prefix: "/api" },
  );
}

function addOperation(scope: FastifyInstance, id: string, definition: AnyDefinition, options: WebOptions): void {
  const { route, right, upload, bodyLimit } = definition;
  const [method, path = ""] = route.split(" ");
  const served: RouteOptions = {
    method: method as HTTPMethods,
    url: path.replace(/\{(\w+)\}/g, ":$1"),
    ...(bodyLimit !== undefined && { bodyLimit }),
    schema: describeOperation(id, definition),
    onRequest: (request) => enter(request, right, options),
    handler: (request, reply) => answer(request, reply, definition, options.staging),
  };
  if (!upload) scope.route(served);
  // A scope of its own: only this operation may be sent files of these types.
  else
    scope.register(async (own) => {
      takeFiles(own, upload, definition.body !== undefined);
      own.route(served);
    });
}

/** Everything that is checked before a body is read: ids, client, right, event. */
async function enter(request: FastifyRequest, right: Right, { clients, events }: WebOptions): Promise<void> {
  const { clientId, eventId } = readPath(request);
  const caller = request.caller as Caller;
  const client = clientId === undefined ? undefined : await clients.get(clientId);
  // Whoever has no business there is not told what there is.
  if (clientId !== undefined && !(client && reaches(caller, client))) fail("client.unknown", { clientId });
  if (!mayDo(caller, right, client)) fail("caller.noRight", { right });
  const event = eventId === undefined ? undefined : await events.get(eventId);
  if (eventId !== undefined && event?.clientId !== clientId) fail("event.unknown", { eventId });
  request.place = { client, event };
}

/** Fastify validates the path after it has read the body. */
function readPath(request: FastifyRequest): { clientId?: number; eventId?: number } {
  // PostgreSQL's text has no place for U+0000, so nothing can be called that.
  if (request.url.includes("%00")) fail("http.badRequest");
  const validate = request.getValidationFunction("params");
  if (!validate || validate(request.params)) return request.params as { clientId?: number; eventId?: number };
  const [{ instancePath, message } = { instancePath: "", message: "" }] = validate.errors ?? [];
  return fail("body.invalid", { faults: `params${instancePath} ${message}` });
}

async function answer(request: FastifyRequest, reply: FastifyReply, definition: AnyDefinition, staging: Staging) {
  const { location } = definition;
  const answered = await handle(request, definition, staging);
  if (location) reply.header("location", `/api${fillIn(location, { ...Object(request.params), ...Object(answered) })}`);
  return reply.status(statusOf(definition)).send(definition.answer ? answered : null);
}

async function handle(request: FastifyRequest, definition: AnyDefinition, staging: Staging): Promise<unknown> {
  const { params, query, headers, caller, place } = request;
  const may = (right: Right) => caller !== undefined && mayDo(caller, right, place?.client);
  const call = { ...place, actor: caller?.actor, may, params, query, headers };
  const { upload } = definition;
  const file = upload && (await receiveFile(request, upload, staging));
  if (!file) {
    if (upload) requireJson(request, definition);
    return definition.handle({ ...call, body: request.body } as never);
  }
  try {
    return await definition.handle({ ...call, file } as never);
  } finally {
    await staging.discard(file);
  }
}

/** Where a file did not come, JSON must have, if the operation takes it. */
function requireJson({ headers, body }: FastifyRequest, definition: AnyDefinition): void {
  if (!definition.body) fail("body.mediaType", { type: headers["content-type"] ?? "" });
  if (body === undefined) fail("body.invalid", { faults: "The request has no body." });
}
