import Type, { type TSchema } from "typebox";

const phones = { primaryphone: Type.Optional(Type.String()), secondaryphone: Type.Optional(Type.String()) };
const names = { firstname: Type.String(), lastname: Type.String(), email: Type.String(), ...phones };

function listOf<Key extends string, Item extends TSchema>(key: Key, item: Item) {
  return Type.Object({ [key]: Type.Array(item) } as Record<Key, ReturnType<typeof Type.Array<Item>>>);
}

// "accountmangerid" is the published spelling; some ids are text, as published.
export const AccountManagers = listOf("accountmanagers", Type.Object({ accountmangerid: Type.Integer(), ...names }));
export const EventManagers = listOf("eventmanagers", Type.Object({ adminid: Type.String(), ...names }));
export const SalesReps = listOf("salesreps", Type.Object({ salesrepid: Type.String(), ...names }));
export const SignalReps = listOf("signalreps", Type.Object({ signalrepid: Type.String(), ...names }));
export const TechnicalContacts = listOf(
  "technicalcontacts",
  Type.Object({ contactid: Type.Integer(), contactname: Type.String() }),
);
export const EventProfiles = listOf(
  "eventprofiles",
  Type.Object({ eventprofileid: Type.String(), eventprofilename: Type.String() }),
);
export const EventTypes = listOf("eventtypes", Type.Object({ label: Type.String(), value: Type.String() }));
export const Languages = listOf(
  "languagecodes",
  Type.Object({ label: Type.String(), countrycd: Type.Optional(Type.String()), languagecd: Type.String() }),
);
export const TimeZones = listOf("timezones", Type.Object({ label: Type.String(), value: Type.String() }));
export const ReplacementTokens = listOf(
  "replacementtokens",
  Type.Object({ label: Type.String(), value: Type.String(), description: Type.String(), context: Type.String() }),
);
export const AccountTags = listOf(
  "customaccounttags",
  Type.Object({
    groupid: Type.Integer(),
    groupname: Type.String(),
    tags: Type.Array(Type.Object({ tagid: Type.Integer(), tagname: Type.String() })),
  }),
);
