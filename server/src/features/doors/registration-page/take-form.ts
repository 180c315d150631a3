import type { Refusal } from "../../../errors.ts";
import { clientAddress } from "../../../http/client-address.ts";
import { one, oneEmail } from "../../../http/forms.ts";
import { admitPerson } from "../../admission/registration/admit-person.ts";
import { checkPassword } from "../../admission/registration/gates/check-gates.ts";
import { guardPassword } from "../../admission/registration/gates/guard-password.ts";
import { findPresent } from "../../admission/registration/people/address-queries.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { openCameFrom } from "./came-from.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import { findFaults, readGiven, rulesOfPage, withUntickedBoxes } from "./read-form.ts";
import { type Again, sendAgain, type Taken } from "./send-form.ts";
import { noticeOf } from "./show-form.ts";
import { welcome } from "./welcome.ts";

/** Registers whoever sends the form. */
export async function register(deps: RegistrationPageDeps, taken: Taken) {
  const { visit, shown, words } = taken;
  const { form } = visit;
  const { event } = shown;
  const page = event.registrationFields;
  const given = withUntickedBoxes(readGiven(form, page), page);
  const again = (status: number, rest: Partial<Again> = {}) =>
    sendAgain(deps, taken, status, { given, faults: new Map(), tried: "form", ...rest });
  // Another site's form, or a field that nobody sees and only programs fill in: a person sends ours once more.
  if (visit.site === "foreign") return again(403, { notice: words.say("form:sendAgain") });
  if (one(form, "website") !== undefined) return again(400, { notice: words.say("form:sendAgain") });
  if (phaseOf(event, deps.now()) === "expired") return again(403);
  const faults = findFaults(given, page);
  if (faults.size > 0) return again(400, { faults });
  await deps.limits.enter("registration", { eventId: event.id, ...(given.email && { mailbox: given.email }) });
  try {
    const admission = {
      ...{ door: "page" as const, event, given, rules: rulesOfPage, actor: "page:registration" },
      arrival: arrivalOf(deps, taken),
    };
    const guarded = { event, door: "page", request: visit.request } as const;
    const admitted = await guardPassword(deps.limits, guarded, () =>
      admitPerson({ db: deps.db, writer: deps.registrantWriter }, admission),
    );
    return await welcome(deps, taken, { ...admitted, isBlocked: admitted.stored?.is_blocked === true });
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    const { status, code } = error as Refusal;
    return again(status, { notice, isPasswordWrong: code === "admission.password" });
  }
}

function arrivalOf({ sealer }: RegistrationPageDeps, { visit: { request, form }, words }: Taken) {
  const userAgent = request.headers["user-agent"];
  const password = one(form, "password");
  return {
    ipAddress: clientAddress(request),
    languageCode: words.languageCode,
    referrer: openCameFrom(sealer, one(form, "camefrom")) ?? "",
    ...(userAgent !== undefined && { userAgent }),
    ...(password !== undefined && { password }),
  };
}

/** Lets somebody in who is registered already, as the compatible product does: by the address alone, and the password if there is one. */
export async function logIn(deps: RegistrationPageDeps, taken: Taken) {
  const { visit, shown, words } = taken;
  const { form } = visit;
  const { event } = shown;
  const email = oneEmail(form, "email") ?? "";
  const again = (status: number, notice: string, isPasswordWrong = false) =>
    sendAgain(deps, taken, status, { given: { email }, faults: new Map(), tried: "log-in", notice, isPasswordWrong });
  if (visit.site === "foreign") return again(403, words.say("form:sendAgain"));
  try {
    const guarded = { event, door: "page", request: visit.request } as const;
    await guardPassword(deps.limits, guarded, () => checkPassword(event, "page", one(form, "password")));
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    return again((error as Refusal).status, notice, true);
  }
  const person = await findPresent(deps.db, { clientId: event.clientId, eventId: event.id, email });
  return person ? welcome(deps, taken, person) : again(404, words.say("form:notRegistered"));
}
