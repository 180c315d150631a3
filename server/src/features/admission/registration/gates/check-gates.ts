import { verify } from "@node-rs/argon2";
import { fail } from "../../../../errors.ts";
import { isInRange } from "../../../../lib/address-range.ts";
import { countryOfAddress } from "../../../../lib/country-of-address.ts";
import { emailKey } from "../../../../lib/email-address.ts";
import type { AdmissionEvent } from "../admission-event.ts";
import { isAddressIn, isHostIn } from "./address-lists.ts";
import type { Arrival, Door } from "./doors.ts";
import { findGate, type GateSettings } from "./gates.ts";

export interface Visitor {
  readonly door: Door;
  readonly arrival: Arrival;
  /** Undefined for whoever is registered without one. */
  readonly email: string | undefined;
}

/** Refuses whom a gate keeps out that looks at the person and where they come from. */
export async function checkGates(event: AdmissionEvent, visitor: Visitor): Promise<void> {
  if (event.gates.length === 0) return;
  const { door, arrival, email } = visitor;
  await checkPassword(event, door, arrival);
  const referrers = findGate(event, "referrers", door);
  if (referrers && !isHostIn(hostOf(arrival.referrer), referrers.hosts)) refuse("admission.referrer", event, referrers);
  const origin = findGate(event, "origin", door);
  if (origin && !isOriginAllowed(arrival.ipAddress, origin)) refuse("admission.origin", event, origin);
  const addresses = findGate(event, "addresses", door);
  if (addresses && !isEmailAllowed(email, addresses)) refuse("admission.address", event, addresses);
}

/** Refuses who is not registered yet where nobody new is let in. */
export function checkNewcomer(event: AdmissionEvent, door: Door): void {
  if (!event.isRegistrationOpen) fail("registration.closed", { eventId: event.id });
  const closed = findGate(event, "closed", door);
  if (closed) refuse("registration.closed", event, closed);
  const loginOnly = findGate(event, "login-only", door);
  if (loginOnly) refuse("admission.loginOnly", event, loginOnly);
}

/** Whether somebody new may be refused for being new. */
export function keepsNewcomersOut(event: AdmissionEvent, door: Door): boolean {
  return (
    !event.isRegistrationOpen ||
    findGate(event, "closed", door) !== undefined ||
    findGate(event, "login-only", door) !== undefined
  );
}

/** Asked of whoever logs in as well. */
export async function checkPassword(
  event: AdmissionEvent,
  door: Door,
  { password, guardPassword = (isRight) => isRight() }: Pick<Arrival, "password" | "guardPassword">,
): Promise<void> {
  const gate = findGate(event, "password", door);
  if (!gate) return;
  const isRight = await guardPassword(async () => password !== undefined && verify(gate.passwordHash, password));
  if (!isRight) refuse("admission.password", event, gate);
}

export type GateRefusal =
  | "registration.closed"
  | "admission.loginOnly"
  | "admission.password"
  | "admission.referrer"
  | "admission.origin"
  | "admission.address";

/** A gate's own text stands in for our sentence. */
function refuse(code: GateRefusal, event: AdmissionEvent, { ownText }: { ownText?: string }): never {
  fail(code, { eventId: event.id, ...(ownText !== undefined && { ownText }) });
}

/** Whose address is not known passes no list; whose country is not known, a list of what is blocked. */
function isOriginAllowed(ipAddress: string | undefined, gate: GateSettings<"origin">): boolean {
  if (ipAddress === undefined) return false;
  const isIn = (ranges: readonly string[]) => ranges.some((range) => isInRange(ipAddress, range));
  const country = countryOfAddress(ipAddress);
  const isFrom = (countries: readonly string[]) =>
    country !== undefined && countries.some((one) => one.toUpperCase() === country);
  if (gate.blockedAddresses && isIn(gate.blockedAddresses)) return false;
  if (gate.allowedAddresses && isIn(gate.allowedAddresses)) return true;
  if (gate.blockedCountries && isFrom(gate.blockedCountries)) return false;
  if (gate.allowedCountries) return isFrom(gate.allowedCountries);
  return gate.allowedAddresses === undefined;
}

function isEmailAllowed(email: string | undefined, gate: GateSettings<"addresses">): boolean {
  if (email === undefined) return gate.allowed === undefined;
  const key = emailKey(email);
  if (gate.exceptions && isAddressIn(key, gate.exceptions)) return true;
  if (gate.blocked && isAddressIn(key, gate.blocked)) return false;
  return gate.allowed === undefined || isAddressIn(key, gate.allowed);
}

function hostOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : "";
}
