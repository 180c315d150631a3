import type { RegistrationField } from "./registration-field.ts";

const text = { type: "textbox", validation: "none", options: null } as const;

/** What the registration page of a new event asks. An empty list of options stands for the full list of countries. */
export const defaultRegistrationFields = [
  { ...text, field: "firstName", caption: "First Name", isRequired: true },
  { ...text, field: "lastName", caption: "Last Name", isRequired: true },
  { ...text, field: "email", caption: "Email", validation: "email", isRequired: true },
  { ...text, field: "company", caption: "Company", isRequired: true },
  { ...text, field: "jobTitle", caption: "Job Title", isRequired: false },
  { ...text, field: "country", caption: "Country", type: "listbox", options: [], isRequired: false },
] as const satisfies readonly RegistrationField[];
