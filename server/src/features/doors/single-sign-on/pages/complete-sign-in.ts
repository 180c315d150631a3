import type { FastifyReply, FastifyRequest } from "fastify";
import { fail } from "../../../../errors.ts";
import { clientAddress } from "../../../../http/client-address.ts";
import { sendPage } from "../../../../http/pages/layout.ts";
import { problemPage, problems } from "../../../../http/pages/problem-page.ts";
import { findAdmissionEvent } from "../../../admission/registration/admission-event.ts";
import { defaultRegistrationFields } from "../../../admission/registration/form/default-fields.ts";
import { allowedRedirect } from "../../../admission/registration/form/redirect-rule.ts";
import { giveSeat } from "../../../admission/registration/people/seat-cookie.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { eventAddresses } from "../../../webinars/events/addresses.ts";
import { openEvent } from "../../../webinars/events/open-event.ts";
import type { PageEvent } from "../../../webinars/events/page-queries.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { type Assertion, checkResponse } from "../saml/check-response.ts";
import { useAssertion } from "../saml/use-assertion.ts";
import { beganHere } from "../sessions/request-cookie.ts";
import { type AudienceDeps, signInAudience } from "../sessions/sign-in-audience.ts";
import { findStaff, signInStaff } from "../sessions/sign-in-staff.ts";
import { giveStaffCookie } from "../sessions/staff-cookie.ts";
import { readTarget, type Target } from "../sessions/target.ts";
import { waitingPage } from "./result-pages.ts";
import { testPage } from "./test-page.ts";

export type SignInDeps = KeyDeps & AudienceDeps;

/** Takes what an identity provider told the browser to bring: signs in, and sends on to where the person was going. */
export async function completeSignIn(
  deps: SignInDeps,
  clientId: number,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const client = await findClient(deps.db, clientId);
  if (!client?.isActive) fail("sso.unknown");
  const assertion = await checkResponse(deps, clientId, form.get("SAMLResponse") ?? "");
  const { inResponseTo } = assertion.bearer;
  if (inResponseTo !== undefined && !beganHere(request, deps.publicUrl, inResponseTo)) fail("sso.unasked");
  const asked = await useAssertion(deps.db, assertion, deps.now());
  // What we asked with is ours; what came back with it went through the browser.
  const target = readTarget(asked?.target ?? form.get("RelayState") ?? "", deps.publicUrl);
  if (asked?.isTest) return showTest(deps, assertion, target, reply);
  if (target?.kind === "event") return completeAudience(deps, assertion, target, { request, reply });
  const isStaff = assertion.provider.purposes.includes("staff");
  if (!isStaff && target?.kind !== "address") fail("sso.noTarget");
  if (isStaff) giveStaffCookie(reply, deps.publicUrl, await signInStaff(deps, assertion));
  return sendTo(reply, (await whereTo(deps, clientId, target)) ?? fail("sso.noTarget"));
}

async function completeAudience(
  deps: SignInDeps,
  assertion: Assertion,
  target: Target & { kind: "event" },
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  const opened = await openEvent(deps.db, { id: target.eventId, key: target.key }, "audienceKey");
  if ("closed" in opened) {
    const problem = problems[opened.closed];
    return sendPage(reply, problemPage(problem), { status: problem.status, isSecret: true });
  }
  const { event } = opened;
  const userAgent = request.headers["user-agent"];
  const visit = { ipAddress: clientAddress(request), ...(userAgent !== undefined && { userAgent }) };
  const { id, status } = await signInAudience(deps, assertion, event, visit);
  if (status !== "active") {
    const href = eventAddresses(event, "").audience;
    return sendPage(reply, waitingPage(status, { ...event, href }), { isSecret: true });
  }
  giveSeat(reply, deps, event.id, id);
  const onward = target.onward === undefined ? undefined : await allowedFor(deps, event, target.onward);
  return sendTo(reply, onward ?? eventAddresses(event, "").lobby);
}

async function allowedFor({ db, publicUrl }: SignInDeps, event: PageEvent, address: string) {
  const redirectHosts = (await findClient(db, event.clientId))?.redirectHosts ?? [];
  return allowedRedirect(address, { publicUrl, redirectHosts, embedOrigins: event.embedOrigins });
}

/** Where staff goes on to, or somebody who came for no event: only where the client's rule lets people be sent. */
async function whereTo({ db, publicUrl }: SignInDeps, clientId: number, target: Target | undefined) {
  if (target?.kind === "staff") return target.path;
  if (target?.kind !== "address") return "/webcast/home";
  const redirectHosts = (await findClient(db, clientId))?.redirectHosts ?? [];
  return allowedRedirect(target.address, { publicUrl, redirectHosts });
}

async function showTest({ db }: SignInDeps, assertion: Assertion, target: Target | undefined, reply: FastifyReply) {
  const event = target?.kind === "event" ? await findAdmissionEvent(db, Number(target.eventId)) : undefined;
  const isOwn = event?.clientId === assertion.provider.clientId;
  const fields = event && isOwn ? event.registrationFields : defaultRegistrationFields;
  const staffUserId = await findStaff(db, assertion);
  return sendPage(reply, testPage({ assertion, fields, staffUserId }), { isSecret: true });
}

function sendTo(reply: FastifyReply, address: string) {
  return reply.headers({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" }).redirect(address, 303);
}
