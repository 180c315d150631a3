import { type FieldName, findFieldByWireName, registrantFields } from "../../admission/registration/form/fields.ts";

/** Whose form or webhook it is that sends people here, by the door they come to. */
export const sources = ["unified", "marketo", "hubspot", "eloqua", "webinar", "hub"] as const;

export type Source = (typeof sources)[number];

type Names = readonly (readonly [sentName: string, field: FieldName])[];

/** Of the seamless doors themselves, beside the names of the compatible API. */
const ownNames: Names = [
  ["address1", "addressStreet1"],
  ["address2", "addressStreet2"],
  ...Array.from({ length: 10 }, (_, n) => [`custom${n + 1}`, `std${n + 1}` as FieldName] as const),
];

/** Fields of Marketo's person, by the names of its API and of the tokens in its webhooks ("Email Address"). */
const marketoNames: Names = [
  ["emailaddress", "email"],
  ["companyname", "company"],
  ["title", "jobTitle"],
  ["phone", "workPhone"],
  ["phonenumber", "workPhone"],
  ["mobilephone", "workPhone"],
  ["mobilephonenumber", "workPhone"],
  ["faxnumber", "fax"],
  ["address", "addressStreet1"],
  ["postalcode", "zip"],
  ["industry", "companyIndustry"],
  ["numberofemployees", "companySize"],
  ["numemployees", "companySize"],
  ["role", "jobFunction"],
  ["department", "jobFunction"],
];

/** Internal names of HubSpot's contact properties. */
const hubspotNames: Names = [
  ["phone", "workPhone"],
  ["mobilephone", "workPhone"],
  ["address", "addressStreet1"],
  ["industry", "companyIndustry"],
  ["numemployees", "companySize"],
  ["numberofemployees", "companySize"],
];

/** Usual HTML names of Eloqua's forms, and the database names of its contact fields (C_EmailAddress). */
const eloquaNames: Names = [
  ["emailaddress", "email"],
  ["first", "firstName"],
  ["last", "lastName"],
  ["accountname", "company"],
  ["title", "jobTitle"],
  ["busphone", "workPhone"],
  ["businessphone", "workPhone"],
  ["mobilephone", "workPhone"],
  ["address3", "addressStreet2"],
  ["stateprov", "state"],
  ["stateorprovince", "state"],
  ["province", "state"],
  ["zippostal", "zip"],
  ["zippostalcode", "zip"],
  ["ziporpostalcode", "zip"],
  ["postalcode", "zip"],
  ["industry", "companyIndustry"],
  ["industry1", "companyIndustry"],
  ["employees", "companySize"],
  ["employees1", "companySize"],
  ["numberofemployees", "companySize"],
  ["jobrole", "jobFunction"],
  ["jobrole1", "jobFunction"],
];

const withoutPrefix: Names = [
  ...registrantFields.map(({ name, wireName }) => [wireName, name] as const),
  ...ownNames,
  ...eloquaNames,
];

const namesBySource: Readonly<Record<Source, Names>> = {
  unified: ownNames,
  webinar: ownNames,
  hub: ownNames,
  marketo: [...ownNames, ...marketoNames],
  hubspot: [...ownNames, ...hubspotNames],
  eloqua: [...ownNames, ...eloquaNames, ...withoutPrefix.map(([name, field]) => [`c${name}`, field] as const)],
};

/** Every name that a source may send a field under, the field's own first. */
const namesByField = new Map(sources.map((source) => [source, collect(source)]));

function collect(source: Source): ReadonlyMap<FieldName, readonly string[]> {
  const names = new Map(registrantFields.map(({ name, wireName }) => [name, [wireName]]));
  // A name that is a field's own is never another's.
  for (const [sentName, field] of namesBySource[source])
    if (findFieldByWireName(sentName) === undefined) names.get(field)?.push(sentName);
  return names;
}

export function sentNamesOf(source: Source): ReadonlyMap<FieldName, readonly string[]> {
  return namesByField.get(source) as ReadonlyMap<FieldName, readonly string[]>;
}
