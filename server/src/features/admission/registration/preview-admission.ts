import type { Admission } from "./admit-person.ts";
import { checkPerson } from "./form/check-person.ts";
import { checkGates, checkNewcomer, keepsNewcomersOut } from "./gates/check-gates.ts";
import { decideStatus, termsOf } from "./gates/decide-status.ts";
import type { RegistrantStatus } from "./people/registrant-status.ts";
import { fullRefusal } from "./writer/write-decided.ts";

/** What admitting somebody is decided by, as far as the admission does not tell. */
export interface Standing {
  /** Undefined for whoever was never there. */
  readonly current: RegistrantStatus | undefined;
  readonly seatsTaken: number;
}

/** Tells what `admitPerson` would do, without doing it: where the person would stand, or the same refusal. */
export async function previewAdmission(
  { event, door, arrival = {}, given, rules }: Omit<Admission, "actor">,
  { current, seatsTaken }: Standing,
): Promise<RegistrantStatus> {
  const { email } = checkPerson(event.registrationFields, given, rules);
  await checkGates(event, { door, arrival, email });
  const terms = termsOf(event, door);
  const isNew = current === undefined || (current === "deleted" && terms.isRevived);
  if (isNew && keepsNewcomersOut(event, door)) checkNewcomer(event, door);
  const status = decideStatus(current, terms, terms.seats !== undefined && seatsTaken >= terms.seats);
  if (status === "full") throw fullRefusal({ eventId: event.id, terms });
  return status;
}
