import type { Refusal } from "../../../errors.ts";
import { clientAddress } from "../../../http/client-address.ts";
import { one, oneEmail } from "../../../http/forms.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { admitPerson } from "../../admission/registration/admit-person.ts";
import { checkPassword } from "../../admission/registration/gates/check-gates.ts";
import { guardGuesses } from "../../admission/registration/gates/guard-guesses.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import { openCameFrom } from "./came-from.ts";
import { requestLink } from "./mail-link.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import { findFaults, readGiven, rulesOfPage, withUntickedBoxes } from "./read-form.ts";
import { type Again, sendAgain, type Taken } from "./send-form.ts";
import { noticeOf } from "./show-form.ts";
import { linkSentPage } from "./waiting-page.ts";
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
  await deps.limits.enter("registration", { eventId: event.id });
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
    ...guardGuesses(limits, { request, eventId: event.id }),
    ...(password !== undefined && { password }),
  };
}

/**
 * Mails their link to whoever is registered. What is answered, and the work before the answer, are the same for known and
 * unknown addresses.
 */
export async function logIn(deps: RegistrationPageDeps, taken: Taken) {
  const { visit, shown, words, place } = taken;
  const { event } = shown;
  const email = oneEmail(visit.form, "email") ?? "";
  const again = (status: number, notice: string, isPasswordWrong = false) =>
    sendAgain(deps, taken, status, { given: { email }, faults: new Map(), tried: "log-in", notice, isPasswordWrong });
  if (visit.site === "foreign") return again(403, words.say("form:sendAgain"));
  if (!isEmailAddress(email)) return again(400, words.say("form:faults.email"));
  try {
    await checkPassword(event, "page", passwordOf(deps, taken));
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    return again((error as Refusal).status, notice, true);
  }
  await requestLink(deps.db, event, email);
  return visit.show(linkSentPage(shown, words, place === "embed"));
}
