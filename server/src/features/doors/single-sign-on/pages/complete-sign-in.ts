import { fail } from "../../../../errors.ts";
import { clientAddress } from "../../../../http/client-address.ts";
import { one } from "../../../../http/forms.ts";
import type { Visit } from "../../../../http/pages/visit.ts";
import { findAdmissionEvent } from "../../../admission/registration/admission-event.ts";
import { defaultRegistrationFields } from "../../../admission/registration/form/default-fields.ts";
import { allowedRedirect } from "../../../admission/registration/form/redirect-rule.ts";
import { givePass } from "../../../admission/registration/people/pass-cookie.ts";
import { findClient } from "../../../base/accounts/queries.ts";
import { SESSION_SECONDS } from "../../../base/staff-sessions/begin-session.ts";
import { giveStaffCookie } from "../../../base/staff-sessions/staff-cookie.ts";
import { eventAddresses } from "../../../webinars/events/addresses.ts";
import { getEventAt } from "../../../webinars/events/open-event.ts";
import { findPageEvent, type PageEvent } from "../../../webinars/events/page-queries.ts";
import type { KeyDeps } from "../providers/provider-keys.ts";
import { type Assertion, checkResponse } from "../saml/check-response.ts";
import { useAssertion } from "../saml/use-assertion.ts";
import { beganHere } from "../sessions/request-cookie.ts";
import { type AudienceDeps, signInAudience } from "../sessions/sign-in-audience.ts";
import { findStaff, signInStaff } from "../sessions/sign-in-staff.ts";
import { readTarget, type Target } from "../sessions/target.ts";
import { waitingPage } from "./result-pages.ts";
import { testPage } from "./test-page.ts";

export type SignInDeps = KeyDeps & AudienceDeps;

/** Takes what an identity provider told the browser to bring: signs in, and sends on to where the person was going. */
export async function completeSignIn(deps: SignInDeps, clientId: number, visit: Visit): Promise<unknown> {
  const { request, reply, form } = visit;
  const client = await findClient(deps.db, clientId);
  if (!client?.isActive) fail("sso.unknown");
  const assertion = await checkResponse(deps, clientId, one(form, "samlresponse") ?? "");
  const { inResponseTo } = assertion.bearer;
  if (inResponseTo !== undefined && !beganHere(request, deps.publicUrl, inResponseTo)) fail("sso.unasked");
  const asked = await useAssertion(deps.db, assertion, deps.now());
  // What we asked with is ours; what came back with it went through the browser.
  const target = readTarget(asked?.target ?? one(form, "relaystate") ?? "", deps.publicUrl);
  if (asked?.isTest) return showTest(deps, assertion, target, visit);
  if (target?.kind === "event") return completeAudience(deps, assertion, target, visit);
  const isStaff = assertion.provider.purposes.includes("staff");
  if (!isStaff && target?.kind !== "address") fail("sso.noTarget");
  if (isStaff) {
    const { token } = await signInStaff(deps, assertion, request);
    giveStaffCookie(reply, deps.publicUrl, token, SESSION_SECONDS);
  }
  return visit.leadTo((await whereTo(deps, clientId, target)) ?? fail("sso.noTarget"));
}

async function completeAudience(
  deps: SignInDeps,
  assertion: Assertion,
  target: Target & { kind: "event" },
  visit: Visit,
): Promise<unknown> {
  const { request, reply } = visit;
  const address = { id: target.eventId, key: target.key };
  const event = await getEventAt((id) => findPageEvent(deps.db, id), address, "audienceKey");
  const userAgent = request.headers["user-agent"];
  const arrival = { ipAddress: clientAddress(request), ...(userAgent !== undefined && { userAgent }) };
  const { id, status } = await signInAudience(deps, assertion, event, arrival);
  if (status !== "active") {
    const href = eventAddresses(event, "").audience;
    return visit.show(waitingPage(status, { ...event, href }));
  }
  givePass(reply, deps, event.id, id);
  const onward = target.onward === undefined ? undefined : await allowedFor(deps, event, target.onward);
  return visit.leadTo(onward ?? eventAddresses(event, "").lobby);
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

async function showTest({ db }: SignInDeps, assertion: Assertion, target: Target | undefined, visit: Visit) {
  const event = target?.kind === "event" ? await findAdmissionEvent(db, Number(target.eventId)) : undefined;
  const isOwn = event?.clientId === assertion.provider.clientId;
  const fields = event && isOwn ? event.registrationFields : defaultRegistrationFields;
  const staffUserId = await findStaff(db, assertion);
  return visit.show(testPage({ assertion, fields, staffUserId }));
}
