import { readEmailAddress } from "../../../../lib/email-address.ts";
import { isStorableText } from "../../../../lib/storable-text.ts";
import { type FieldName, type Person, registrantFields } from "../../../admission/registration/form/fields.ts";
import { readValues } from "../../../admission/registration/form/read-values.ts";
import type { Assertion } from "./check-response.ts";
import type { NameId } from "./parsed-assertion.ts";

/** Registrant field -> name of an attribute; an empty name = nothing fills the field. */
export type AttributeMapping = Partial<Record<FieldName, string>>;

/** The facts about a person that are needed here. */
export type ToldPerson = Pick<Assertion, "attributes" | "nameId">;

const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const microsoft = "http://schemas.microsoft.com/identity/claims";

/**
 * The usual names, in the order in which they are tried: LDAP's object identifiers (universities, Shibboleth), the claims
 * of Entra ID and AD FS, and the plain words of Okta, Google and others. Compared without case.
 */
const usualNames: Partial<Record<FieldName, readonly string[]>> = {
  email: ["urn:oid:0.9.2342.19200300.100.1.3", `${claims}/emailaddress`, "email", "mail", "emailaddress"],
  firstName: ["urn:oid:2.5.4.42", `${claims}/givenname`, "firstname", "givenname", "first_name"],
  lastName: ["urn:oid:2.5.4.4", `${claims}/surname`, "lastname", "surname", "sn", "last_name"],
  company: ["urn:oid:2.5.4.10", `${claims}/companyname`, "company", "companyname", "organization", "o"],
  jobTitle: ["urn:oid:2.5.4.12", `${claims}/jobtitle`, `${microsoft}/jobtitle`, "jobtitle", "title"],
  addressStreet1: ["urn:oid:2.5.4.9", `${claims}/streetaddress`, "streetaddress", "street"],
  city: ["urn:oid:2.5.4.7", `${claims}/locality`, "city", "l"],
  state: ["urn:oid:2.5.4.8", `${claims}/stateorprovince`, "state", "st"],
  zip: ["urn:oid:2.5.4.17", `${claims}/postalcode`, "postalcode", "zip"],
  country: ["urn:oid:2.5.4.6", `${claims}/country`, "country", "c"],
  workPhone: ["urn:oid:2.5.4.20", `${claims}/otherphone`, "telephonenumber", "workphone", "phone"],
  userName: ["urn:oid:0.9.2342.19200300.100.1.1", "username", "uid"],
};

/** The registrant's fields that an identity provider fills. What would be refused of a person's own form is left out. */
export function personOf(told: ToldPerson, mapping: AttributeMapping): Person {
  const given: Person = {};
  for (const { name } of registrantFields) {
    const text = textOf(told, name, mapping);
    if (text !== undefined) given[name] = text;
  }
  const { person } = readValues(given);
  const email = person.email ?? (mapping.email === "" ? undefined : addressOf(told.nameId));
  if (email !== undefined) person.email = email;
  return person;
}

/** The attribute behind a field, as it is named in the assertion. */
export function sourceOf({ attributes }: ToldPerson, field: FieldName, mapping: AttributeMapping): string | undefined {
  const chosen = mapping[field];
  const wanted = chosen === undefined ? (usualNames[field] ?? []) : [chosen.toLowerCase()];
  const names = [...attributes.keys()];
  for (const name of wanted) {
    const found = names.find((one) => one.toLowerCase() === name && attributes.get(one)?.some((text) => text.trim()));
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf(told: ToldPerson, field: FieldName, mapping: AttributeMapping): string | undefined {
  const source = sourceOf(told, field, mapping);
  const texts = source === undefined ? [] : (told.attributes.get(source) ?? []);
  const values = texts.map((text) => text.trim()).filter((text) => text !== "" && isStorableText(text));
  if (values.length === 0) return undefined;
  // Of several addresses only one is a person's; several of anything else are a list.
  return field === "email" ? values[0] : values.join(", ");
}

/** Many name people by their address, and some do not say that it is one. */
function addressOf(nameId: NameId | undefined): string | undefined {
  const { value = "", format } = nameId ?? {};
  return format === undefined || /:(emailAddress|unspecified)$/.test(format)
    ? readEmailAddress(value)?.text
    : undefined;
}
