import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fail, type Refusal } from "../../../../errors.ts";
import { sendPage } from "../../../../http/pages/layout.ts";
import { refusalOf } from "../../../../http/refusal-of.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { eventAddresses } from "../../../webinars/events/addresses.ts";
import { openEvent } from "../../../webinars/events/open-event.ts";
import { getKeys } from "../providers/provider-keys.ts";
import { findProvider, type IdentityProvider } from "../providers/queries.ts";
import { checkTestKey } from "../providers/test-link.ts";
import { serviceProviderOf } from "../saml/service-provider.ts";
import { spMetadata } from "../saml/sp-metadata.ts";
import { beginSignIn } from "../sessions/begin-sign-in.ts";
import { rememberRequest } from "../sessions/request-cookie.ts";
import { readStaffPath, readTarget, type Target } from "../sessions/target.ts";
import { completeSignIn, type SignInDeps } from "./complete-sign-in.ts";
import { logoutPages } from "./logout-pages.ts";
import { type PageContext, refusedPage } from "./result-pages.ts";

const hidden = { schema: { hide: true } };
/** An answer with its signature, certificates and encryption, in base64 of base64. */
const BODY_LIMIT = 1024 * 1024;

/** What browsers and identity providers meet below /saml. */
export async function signInPages(app: FastifyInstance, deps: SignInDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    );
    scope.setErrorHandler(async (error, request, reply) => {
      const refusal = refusalOf(error, request);
      logRefusal(request, refusal);
      const text = refusedPage(refusal, await findContext(deps, request));
      return sendPage(reply, text, { status: refusal.status, isSecret: true });
    });
    metadataRoute(scope, deps);
    beginRoutes(scope, deps);
    scope.post<{ Params: { clientId: string } }>("/saml/:clientId/acs", hidden, async (request, reply) =>
      completeSignIn(deps, readId(request.params.clientId), request, reply),
    );
    logoutPages(scope, deps);
  });
}

/** Why, for whoever runs this; nothing of the person, and nothing of the message but how it failed. */
function logRefusal(request: FastifyRequest, { code, status, params }: Refusal): void {
  if (!code.startsWith("sso.") || status >= 500) return;
  const { clientId } = request.params as { clientId?: string };
  request.log.warn(
    { clientId, code, ...(params.reason !== undefined && { reason: params.reason }) },
    "sign-in refused",
  );
}

function metadataRoute(app: FastifyInstance, deps: SignInDeps): void {
  app.get<{ Params: { clientId: string } }>("/saml/:clientId/metadata", hidden, async ({ params }, reply) => {
    const clientId = readId(params.clientId);
    const client = await findClient(deps.db, clientId);
    if (!client?.isActive) fail("sso.unknown");
    const xml = spMetadata(serviceProviderOf(clientId, deps.publicUrl), client.name, await getKeys(deps, clientId));
    return reply
      .headers({ "Content-Type": "application/samlmetadata+xml; charset=utf-8", "X-Content-Type-Options": "nosniff" })
      .send(xml);
  });
}

type BeginRequest = FastifyRequest<{
  Params: { clientId: string; providerId: string };
  Querystring: Record<string, unknown>;
}>;

function beginRoutes(app: FastifyInstance, deps: SignInDeps): void {
  app.get("/saml/:clientId/:providerId/login", hidden, async (request, reply) => {
    const { params, query } = request as BeginRequest;
    const provider = await getProvider(deps, params);
    const target = await readWanted(deps, provider, query);
    if (!provider.isActive || !provider.purposes.includes(target?.kind === "event" ? "audience" : "staff"))
      fail("sso.unknown");
    const { requestId, url } = await beginSignIn(deps, provider, { target });
    return sendOn(reply, deps, requestId, url);
  });

  app.get("/saml/:clientId/:providerId/test", hidden, async (request, reply) => {
    const { params, query } = request as BeginRequest;
    const provider = await getProvider(deps, params);
    const eventId = query.event === undefined ? undefined : readId(query.event);
    const test = { clientId: provider.clientId, providerId: provider.id, eventId };
    checkTestKey(deps.sealer, test, String(query.key ?? ""), deps.now());
    const target: Target | undefined =
      eventId === undefined ? undefined : { kind: "event", eventId: String(eventId), key: "0".repeat(32) };
    const { requestId, url } = await beginSignIn(deps, provider, { target, isTest: true });
    return sendOn(reply, deps, requestId, url);
  });
}

function sendOn(reply: FastifyReply, { publicUrl }: SignInDeps, requestId: string, url: string) {
  rememberRequest(reply, publicUrl, requestId);
  return reply.headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" }).redirect(url, 303);
}

async function getProvider({ db }: SignInDeps, params: BeginRequest["params"]): Promise<IdentityProvider> {
  const clientId = readId(params.clientId);
  const provider = await findProvider(db, clientId, readId(params.providerId));
  const client = provider && (await findClient(db, clientId));
  return client?.isActive && provider ? provider : fail("sso.unknown");
}

/** `event` and `key` with perhaps `target` to go on to, or `page` for staff. */
async function readWanted(
  { db }: SignInDeps,
  { clientId }: IdentityProvider,
  { event: id, key, page, target }: Record<string, unknown>,
): Promise<Target | undefined> {
  if (id === undefined) {
    const path = typeof page === "string" ? readStaffPath(page) : undefined;
    return path === undefined ? undefined : { kind: "staff", path };
  }
  const opened = await openEvent(db, { id: String(id), key: String(key) }, "audienceKey");
  if ("closed" in opened || opened.event.clientId !== clientId) fail("sso.unknown");
  const onward = typeof target === "string" && /^\S{1,2000}$/.test(target) ? target : undefined;
  return { kind: "event", eventId: String(id), key: String(key), ...(onward !== undefined && { onward }) };
}

/** Fifteen digits are exact as a number. */
export function readId(text: unknown): number {
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : fail("sso.unknown");
}

/** The event that somebody was on the way to, so that a page can speak its language and lead back. */
async function findContext({ db, publicUrl }: SignInDeps, request: FastifyRequest): Promise<PageContext | undefined> {
  const { event, key } = (request.query ?? {}) as Record<string, unknown>;
  const relayState = request.body instanceof URLSearchParams ? request.body.get("RelayState") : null;
  const target = readTarget(relayState ?? `${event}/${key}`, publicUrl);
  if (target?.kind !== "event") return undefined;
  try {
    const opened = await openEvent(db, { id: target.eventId, key: target.key }, "audienceKey");
    if ("closed" in opened) return undefined;
    const { languageCode, title } = opened.event;
    return { languageCode, title, href: eventAddresses(opened.event, "").audience };
  } catch {
    // A database that is away is what the page is about already.
    return undefined;
  }
}
