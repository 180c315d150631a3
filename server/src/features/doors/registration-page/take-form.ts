import type { Refusal } from "../../../errors.ts";
import { clientAddress } from "../../../http/client-address.ts";
import { one, oneEmail } from "../../../http/forms.ts";
import { guess } from "../../../http/limits/guess.ts";
import { admitPerson } from "../../admission/registration/admit-person.ts";
import { checkPassword } from "../../admission/registration/gates/check-gates.ts";
import { guardPassword } from "../../admission/registration/gates/guard-password.ts";
import { findPresent, type KnownPerson } from "../../admission/registration/people/address-queries.ts";
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
      arrival: { ...arrivalOf(deps, taken), ...passwordOf(deps, taken) },
    };
    const admitted = await admitPerson({ db: deps.db, writer: deps.registrantWriter }, admission);
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
  return {
    ipAddress: clientAddress(request),
    languageCode: words.languageCode,
    referrer: openCameFrom(sealer, one(form, "camefrom")) ?? "",
    ...(userAgent !== undefined && { userAgent }),
  };
}

function passwordOf({ limits }: RegistrationPageDeps, { visit: { request, form }, shown: { event } }: Taken) {
  const password = one(form, "password");
  return {
    guardPassword: guardPassword(limits, { request, eventId: event.id }),
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
    await checkPassword(event, "page", passwordOf(deps, taken));
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    return again((error as Refusal).status, notice, true);
  }
  const person = await findPresentOrCount(deps, taken, email);
  return person ? welcome(deps, taken, person) : again(404, words.say("form:notRegistered"));
}

/** Who asks for many that are not registered is soon told of nobody. */
async function findPresentOrCount({ db, limits }: RegistrationPageDeps, { visit, shown }: Taken, email: string) {
  const { clientId, id: eventId } = shown.event;
  let person: KnownPerson | undefined;
  await guess(limits, { limit: "strangers", request: visit.request, eventId }, async () => {
    person = await findPresent(db, { clientId, eventId, email });
    return person !== undefined;
  });
  return person;
}
