import { yesNo } from "../../../http/flags.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import { profileAddress } from "../../webinars/events/addresses.ts";
import type { AdmittedPerson } from "./admit-person.ts";
import { optionsOf } from "./form/check-person.ts";
import { type FieldName, fieldOf, namesOfPerson, type Person, registrantFields } from "./form/fields.ts";
import type { RegistrationField } from "./form/registration-field.ts";
import type { ListedRegistrant } from "./people/queries.ts";
import type { Registrant } from "./v2-schema.ts";

interface Presenting {
  readonly hasClientId: boolean;
  readonly publicUrl: string;
}

/** A registrant of a list. */
export function presentListed(registrant: ListedRegistrant, options: Presenting): Registrant {
  const { engagementPrediction } = registrant;
  return {
    ...presentRegistrant(registrant, options),
    ...(engagementPrediction !== null && { engagementprediction: engagementPrediction }),
  };
}

export function presentRegistrant(
  registrant: Omit<ListedRegistrant, "engagementPrediction">,
  options: Presenting,
): Registrant {
  return {
    eventuserid: registrant.id,
    ...(options.hasClientId && { clientid: registrant.clientId }),
    eventid: registrant.eventId,
    ...presentPerson(registrant),
    ...(registrant.isBlocked && { isblocked: yesNo(true) }),
    ...presentTexts({
      sourceeventid: registrant.sourceEventId,
      campaigncode: registrant.campaignCode,
      ipaddress: registrant.ipAddress,
      browser: registrant.browser,
      os: registrant.os,
    }),
    createtimestamp: formatPacific(registrant.createdAt),
    lastactivity: formatPacific(registrant.lastActivityAt),
    userstatus: registrant.status,
    userprofileurl: profileAddress(registrant, options.publicUrl),
  };
}

/** The answer to a registration: what is stored now. */
export function presentAdmitted(
  admitted: AdmittedPerson,
  event: { id: number; clientId: number },
  publicUrl: string,
): Registrant {
  const { id, createdAt, stored } = admitted;
  const sourceEventId = stored ? stored.source_event_id : admitted.sourceEventId;
  const answer: Registrant = {
    eventuserid: id,
    eventid: event.id,
    createtimestamp: formatPacific(createdAt),
    lastactivity: formatPacific(stored ? new Date(String(stored.last_activity_at)) : createdAt),
    userstatus: String(stored?.status ?? "active"),
    userprofileurl: profileAddress({ clientId: event.clientId, id }, publicUrl),
  };
  const person = stored ? readStored(stored) : admitted.person;
  for (const name of namesOfPerson(person)) answer[fieldOf(name).wireName] = person[name];
  if (stored?.is_blocked === true) answer.isblocked = yesNo(true);
  if (sourceEventId != null) answer.sourceeventid = sourceEventId;
  return answer;
}

function readStored(row: Record<string, unknown>): Person {
  const person: Person = {};
  for (const { name, column } of registrantFields) if (row[column] != null) person[name] = String(row[column]);
  return person;
}

/** A consent that nobody was asked for is no N: callers write back what they read. */
function presentPerson(person: { [Name in FieldName]?: string | null }): Record<string, string> {
  const presented: Record<string, string> = {};
  for (const { name, wireName } of registrantFields) {
    const value = person[name];
    if (value != null) presented[wireName] = value;
  }
  return presented;
}

function presentTexts(values: Record<string, string | number | null>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null),
  );
}

export function presentField(field: RegistrationField) {
  const options = optionsOf(field);
  return {
    fieldid: fieldIds[field.field] ?? field.field.toLowerCase(),
    fieldcaption: field.caption,
    // The published types know no consent.
    fieldtype: field.type === "consent" ? "checkbox" : field.type,
    validationtype: field.validation,
    required: yesNo(field.isRequired),
    ...(options && { options: [...options] }),
  };
}

/** Field ids that are published with an underscore, unlike the parameter of the same field. */
const fieldIds: Record<string, string> = {
  jobTitle: "job_title",
  jobFunction: "job_function",
  addressStreet1: "address_street1",
  addressStreet2: "address_street2",
  workPhone: "work_phone",
  homePhone: "home_phone",
  companyIndustry: "company_industry",
  companySize: "company_size",
  eventEmail: "event_email",
  marketingEmail: "marketing_email",
};
