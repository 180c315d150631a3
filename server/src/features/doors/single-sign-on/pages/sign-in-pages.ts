import type { FastifyRequest } from "fastify";
import { fail, type Refusal } from "../../../../errors.ts";
import { type Fields, one } from "../../../../http/forms.ts";
import type { Pages } from "../../../../http/pages/dialect.ts";
import { showProblem } from "../../../../http/pages/problem-page.ts";
import type { Visit } from "../../../../http/pages/visit.ts";
import { readId } from "../../../../lib/read-id.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { eventAddresses } from "../../../webinars/events/addresses.ts";
import { findEventAt } from "../../../webinars/events/open-event.ts";
import { findPageEvent } from "../../../webinars/events/page-queries.ts";
import { getKeys } from "../providers/provider-keys.ts";
import { findProvider, type IdentityProvider } from "../providers/queries.ts";
import { checkTestKey } from "../providers/test-link.ts";
import { serviceProviderOf } from "../saml/service-provider.ts";
import { spMetadata } from "../saml/sp-metadata.ts";
import { beginSignIn } from "../sessions/begin-sign-in.ts";
import { rememberRequest } from "../sessions/request-cookie.ts";
import { readStaffPath, readTarget, type Target } from "../sessions/target.ts";
import { completeSignIn, type SignInDeps } from "./complete-sign-in.ts";
import { logoutPages, readClient } from "./logout-pages.ts";
import { type PageContext, refusedPage } from "./result-pages.ts";

/** An answer with its signature, certificates and encryption, in base64 of base64. */
const BODY_LIMIT = 1024 * 1024;

/** What browsers and identity providers meet below /saml. */
export function samlPages(all: Pages, deps: SignInDeps): void {
  const pages = all.with({
    formsFrom: "anybody",
    formBytes: BODY_LIMIT,
    limit: "sign-in",
    refuse: (visit, refusal) => showRefusal(deps, visit, refusal),
  });
  metadataPage(pages, deps);
  beginPages(pages, deps);
  pages.post("/saml/:clientId/acs", (visit) => completeSignIn(deps, readClient(visit.params.clientId), visit));
  logoutPages(pages, deps);
}

async function showRefusal(deps: SignInDeps, visit: Visit, refusal: Refusal) {
  if (refusal.code === "visit.tooMany") return showProblem(visit, refusal);
  logRefusal(visit.request, refusal);
  return visit.show(refusedPage(refusal, await findContext(deps, visit)), { status: refusal.status });
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

function metadataPage(pages: Pages, deps: SignInDeps): void {
  pages.get("/saml/:clientId/metadata", async ({ params, reply }) => {
    const clientId = readClient(params.clientId);
    const client = await findClient(deps.db, clientId);
    if (!client?.isActive) fail("sso.unknown");
    const xml = spMetadata(serviceProviderOf(clientId, deps.publicUrl), client.name, await getKeys(deps, clientId));
    return reply.type("application/samlmetadata+xml; charset=utf-8").send(xml);
  });
}

function beginPages(pages: Pages, deps: SignInDeps): void {
  pages.get("/saml/:clientId/:providerId/login", async (visit) => {
    const provider = await getProvider(deps, visit.params);
    const target = await readWanted(deps, provider, visit.query);
    if (!provider.isActive || !provider.purposes.includes(target?.kind === "event" ? "audience" : "staff"))
      fail("sso.unknown");
    return askProvider(deps, visit, provider, { target });
  });

  pages.get("/saml/:clientId/:providerId/test", async (visit) => {
    const provider = await getProvider(deps, visit.params);
    const eventText = one(visit.query, "event");
    const eventId = eventText === undefined ? undefined : (readId(eventText) ?? fail("sso.unknown"));
    const test = { clientId: provider.clientId, providerId: provider.id, eventId };
    checkTestKey(deps.sealer, test, one(visit.query, "key") ?? "", deps.now());
    const target: Target | undefined =
      eventId === undefined ? undefined : { kind: "event", eventId: String(eventId), key: "0".repeat(32) };
    return askProvider(deps, visit, provider, { target, isTest: true });
  });
}

async function askProvider(
  deps: SignInDeps,
  visit: Visit,
  provider: IdentityProvider,
  asked: Parameters<typeof beginSignIn>[2],
) {
  const { requestId, url } = await beginSignIn(deps, provider, asked);
  rememberRequest(visit.reply, deps.publicUrl, requestId);
  return visit.leadTo(url);
}

async function getProvider(
  { db }: SignInDeps,
  params: { clientId: string; providerId: string },
): Promise<IdentityProvider> {
  const clientId = readClient(params.clientId);
  const providerId = readId(params.providerId) ?? fail("sso.unknown");
  const provider = await findProvider(db, clientId, providerId);
  const client = provider && (await findClient(db, clientId));
  return client?.isActive && provider ? provider : fail("sso.unknown");
}

/** `event` and `key` with perhaps `target` to go on to, or `page` for staff. */
async function readWanted(
  { db }: SignInDeps,
  { clientId }: IdentityProvider,
  query: Fields,
): Promise<Target | undefined> {
  const [id, key = "", page, target] = ["event", "key", "page", "target"].map((name) => one(query, name));
  if (id === undefined) {
    const path = page === undefined ? undefined : readStaffPath(page);
    return path === undefined ? undefined : { kind: "staff", path };
  }
  const event = await findEventAt((eventId) => findPageEvent(db, eventId), { id, key }, "audienceKey");
  if (!event || event.deletedAt || event.clientId !== clientId) fail("sso.unknown");
  const onward = target !== undefined && target.length <= 2000 && /^\S+$/.test(target) ? target : undefined;
  return { kind: "event", eventId: id, key, ...(onward !== undefined && { onward }) };
}

/** The event that somebody was on the way to, so that a page can speak its language and lead back. */
async function findContext({ db, publicUrl }: SignInDeps, visit: Visit): Promise<PageContext | undefined> {
  try {
    const { form, query } = visit;
    const relayState = one(form, "relaystate") ?? `${one(query, "event")}/${one(query, "key")}`;
    const target = readTarget(relayState, publicUrl);
    if (target?.kind !== "event") return undefined;
    const address = { id: target.eventId, key: target.key };
    const event = await findEventAt((id) => findPageEvent(db, id), address, "audienceKey");
    if (!event || event.deletedAt) return undefined;
    const { languageCode, title } = event;
    return { languageCode, title, href: eventAddresses(event, "").audience };
  } catch {
    // An address that cannot be read, or a database that is away, is what the page is about already.
    return undefined;
  }
}
