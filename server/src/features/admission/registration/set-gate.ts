import { hash } from "@node-rs/argon2";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isRange } from "../../../lib/address-range.ts";
import { lockEvent } from "../../webinars/events/queries.ts";
import { getAdmissionEvent } from "./admission-event.ts";
import { registrationChanges } from "./changes.ts";
import { readEntry } from "./gates/address-lists.ts";
import type { Door } from "./gates/doors.ts";
import { deleteGate, type EventKey, listWaitingSteps, setGuardsAllDoors, upsertGate } from "./gates/gate-queries.ts";
import { defaultDoors, type GateName, type GateSettings } from "./gates/gates.ts";
import { passOn } from "./waiting/pass-on.ts";
import { fillSeats, lockSeats } from "./waiting/seats.ts";

/** As a producer gives it: a password in clear, which is kept as a hash only. */
export type GivenSettings<Name extends GateName> = Name extends "password"
  ? { password: string; ownText?: string }
  : GateSettings<Name>;

/** Puts a gate before doors of an event, or changes it. Who waited and need not any more is let in. */
export async function setGate<Name extends GateName>(
  db: Db,
  key: EventKey,
  gate: { name: Name; doors?: readonly Door[]; settings: GivenSettings<Name> },
  actor: string,
): Promise<void> {
  checkLists(gate.name, gate.settings);
  const settings = await hidePassword(gate.settings);
  await change(db, key, actor, (tx) =>
    upsertGate(tx, key, { gate: gate.name, doors: [...(gate.doors ?? defaultDoors)], settings }),
  );
}

/** Takes a gate away. */
export async function removeGate(db: Db, key: EventKey, gate: GateName, actor: string): Promise<void> {
  await change(db, key, actor, async (tx) => {
    if (!(await deleteGate(tx, key, gate))) fail("gate.unknown", { eventId: key.eventId, gate });
  });
}

/** The one switch: whether every gate of the event guards every door. */
export async function guardAllDoors(db: Db, key: EventKey, guardsAllDoors: boolean, actor: string): Promise<void> {
  await change(db, key, actor, (tx) => setGuardsAllDoors(tx, key, guardsAllDoors));
}

async function change(db: Db, key: EventKey, actor: string, write: (tx: Db) => Promise<void>): Promise<void> {
  const { clientId, eventId } = key;
  await inTransaction(db, async (tx) => {
    (await lockEvent(tx, clientId, eventId)) ?? fail("event.unknown", { eventId });
    await lockSeats(tx, clientId, eventId);
    await write(tx);
    await registrationChanges.record(tx, "gates.updated", { clientId, eventId, actor });
    await letWaitingPass(tx, key, actor);
  });
}

/** Whoever waits before a gate that is gone, or was widened, goes on in the order they came. */
async function letWaitingPass(tx: Db, key: EventKey, actor: string): Promise<void> {
  const event = await getAdmissionEvent(tx, key.eventId);
  for (const registrant of await listWaitingSteps(tx, key))
    await passOn(tx, event, registrant, {}, { kind: "registrant.promoted", actor });
  await fillSeats(tx, event, actor);
}

async function hidePassword(settings: object): Promise<object> {
  const { password, ...rest } = settings as { password?: string };
  return password === undefined ? settings : { ...rest, passwordHash: await hash(password) };
}

/** An entry that nothing can match would keep nobody out, without a word. */
function checkLists(name: GateName, settings: object): void {
  const refuse = (entry: string, what: string) => fail("gate.invalid", { faults: `${entry} is no ${what}` });
  if (name === "origin") {
    const { allowedAddresses = [], blockedAddresses = [] } = settings as GateSettings<"origin">;
    const wrong = [...allowedAddresses, ...blockedAddresses].find((range) => !isRange(range));
    if (wrong !== undefined) refuse(wrong, "IP address or range such as 203.0.113.0/24");
  }
  if (name === "addresses") {
    const { allowed = [], blocked = [], exceptions = [] } = settings as GateSettings<"addresses">;
    const wrong = [...allowed, ...blocked, ...exceptions].find((entry) => readEntry(entry) === undefined);
    if (wrong !== undefined) refuse(wrong, "e-mail address or domain such as example.com");
  }
}
