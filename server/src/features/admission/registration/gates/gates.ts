import Type, { type Static } from "typebox";
import type { AdmissionEvent } from "../admission-event.ts";
import type { Door } from "./doors.ts";

const ownText = Type.Optional(
  Type.String({ maxLength: 1000, description: "Told to people who are kept out, instead of our own sentence" }),
);
const list = (description: string) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 253 }), { maxItems: 10_000, description }));

/** Every gate there is and its settings, in the order in which they are passed. */
export const gateSettings = {
  closed: Type.Object({ ownText }, { description: "Nobody new is let in" }),
  "login-only": Type.Object(
    { ownText },
    { description: "Nobody new is let in; whoever was registered in another way logs in" },
  ),
  password: Type.Object({ passwordHash: Type.String({ description: "argon2id" }), ownText }),
  referrers: Type.Object({
    hosts: Type.Array(Type.String({ minLength: 1, maxLength: 253 }), {
      minItems: 1,
      description: "Sites that people may come from; *.example.com takes in all below it",
    }),
    ownText,
  }),
  origin: Type.Object({
    allowedCountries: list("ISO 3166 alpha-2; nobody from elsewhere is let in"),
    blockedCountries: list("ISO 3166 alpha-2"),
    allowedAddresses: list("IP addresses and ranges (203.0.113.0/24); nobody from elsewhere is let in"),
    blockedAddresses: list("IP addresses and ranges"),
    ownText,
  }),
  addresses: Type.Object({
    allowed: list("E-mail addresses, and domains with all below them; nobody else is let in"),
    blocked: list("E-mail addresses, and domains with all below them"),
    exceptions: list("E-mail addresses and domains that the blocked list does not mean"),
    ownText,
  }),
  confirmation: Type.Object({}, { description: "Double opt-in: whoever registers opens a link in a mail first" }),
  approval: Type.Object({}, { description: "Staff accepts or denies each person" }),
  capacity: Type.Object({
    seats: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    hasWaitlist: Type.Boolean({ default: true, description: "Otherwise a full event keeps people out" }),
    ownText,
  }),
};

export type GateName = keyof typeof gateSettings;
export const gateNames = Object.keys(gateSettings) as GateName[];
export type GateSettings<Name extends GateName> = Static<(typeof gateSettings)[Name]>;

/** Gates guard our own form unless told otherwise, as ON24's do. */
export const defaultDoors: readonly Door[] = ["page"];

/** The settings of a gate if it stands before this door. */
export function findGate<Name extends GateName>(
  event: Pick<AdmissionEvent, "gates" | "guardsAllDoors">,
  name: Name,
  door: Door,
): GateSettings<Name> | undefined {
  const gate = event.gates.find((one) => one.gate === name);
  if (!gate || !(event.guardsAllDoors || gate.doors.includes(door))) return undefined;
  return gate.settings as GateSettings<Name>;
}

/** Whether people of the event may have to wait, whatever their door: their admission is decided one by one. */
export function hasWaiting({ gates }: Pick<AdmissionEvent, "gates">): boolean {
  return gates.some(({ gate }) => gate === "confirmation" || gate === "approval" || gate === "capacity");
}
