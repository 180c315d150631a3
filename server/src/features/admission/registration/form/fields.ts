/**
 * The fields of a registrant that a person gives or a form carries, in the order of answers.
 * Names are those of our rows; the compatible API writes them in lower case.
 */
const fields = [
  ["firstName", "First Name", 50],
  ["lastName", "Last Name", 50],
  ["email", "Email", 100],
  ["company", "Company", 100],
  ["jobTitle", "Job Title", 100],
  ["addressStreet1", "Address", 100],
  ["addressStreet2", "Address 2", 100],
  ["city", "City", 100],
  ["state", "State/Province", 100],
  ["zip", "Zip/Postal Code", 100],
  ["country", "Country", 100],
  ["homePhone", "Home Phone", 1000],
  ["workPhone", "Work Phone", 1000],
  ["fax", "Fax", 1000],
  ["jobFunction", "Job Function", 100],
  ["companyIndustry", "Industry", 100],
  ["companySize", "Company Size", 100],
  ["partnerRef", "Partner Reference", 100],
  ["std1", "Custom 1", 100],
  ["std2", "Custom 2", 100],
  ["std3", "Custom 3", 100],
  ["std4", "Custom 4", 100],
  ["std5", "Custom 5", 100],
  ["std6", "Custom 6", 100],
  ["std7", "Custom 7", 100],
  ["std8", "Custom 8", 100],
  ["std9", "Custom 9", 100],
  ["std10", "Custom 10", 100],
  ["userName", "User Name", 100],
  ["extEventUserCd", "External User Code", 100],
  ["other", "Other", 100],
  ["notes", "Notes", 100],
  ["marketingEmail", "Marketing E-mails", 1],
  ["eventEmail", "Event E-mails", 1],
  ["emailFormat", "E-mail Format", 100],
  ["utmSource", "UTM Source", 100],
  ["utmMedium", "UTM Medium", 100],
  ["utmCampaign", "UTM Campaign", 100],
  ["utmTerm", "UTM Term", 100],
  ["utmContent", "UTM Content", 100],
  ["attendeeType", "Attendee Type", 100],
  ["sourceCampaignCode", "Source Campaign Code", 100],
] as const;

export type FieldName = (typeof fields)[number][0];

export interface Field {
  readonly name: FieldName;
  readonly caption: string;
  /** Characters kept; what is longer is cut, not refused. */
  readonly maxLength: number;
  /** In the compatible API. */
  readonly wireName: string;
  /** In the registrants table. */
  readonly column: string;
}

export const registrantFields: readonly Field[] = fields.map(([name, caption, maxLength]) => ({
  name,
  caption,
  maxLength,
  wireName: name.toLowerCase(),
  column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
}));

/** What is known of a person; absent = not given. */
export type Person = Partial<Record<FieldName, string>>;

const byName = new Map(registrantFields.map((field) => [field.name, field]));
const byWireName = new Map(registrantFields.map((field) => [field.wireName, field]));

export function fieldOf(name: FieldName): Field {
  return byName.get(name) as Field;
}

export function findFieldByWireName(wireName: string): Field | undefined {
  return byWireName.get(wireName);
}

/** The fields that are known of a person: few of the many, so hot paths walk these. */
export function namesOfPerson(person: Person): FieldName[] {
  return Object.keys(person) as FieldName[];
}
