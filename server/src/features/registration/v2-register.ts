import type { Kysely } from "kysely";
import type { Database } from "../../db/types.ts";
import { fail } from "../../errors.ts";
import type { V2 } from "../../http/v2/dialect.ts";
import type { RegistrationField } from "../../http/v2/directory.ts";
import { type Fields, many, one } from "../../http/v2/forms.ts";
import { admitPerson } from "./admit-person.ts";
import { checkPerson } from "./check-person.ts";
import { type Person, registrantFields } from "./fields.ts";
import type { RegistrantWriter } from "./registrant-writer.ts";
import { setRegistrantDeleted } from "./set-registrant-deleted.ts";
import { presentAdmitted, presentField } from "./v2-present.ts";
import { RegisteredPerson, RegisterForm, RegisterQuery, RegistrationFields } from "./v2-schema.ts";

export interface RegisterDeps {
  db: Kysely<Database>;
  registrantWriter: RegistrantWriter;
}

/** The REST door of registration, and what the page asks. */
export function registerOperations(v2: V2, { db, registrantWriter }: RegisterDeps): void {
  v2.eventOperation("Registration.RESTRegistrationAPI", {
    query: RegisterQuery,
    form: RegisterForm,
    answer: RegisteredPerson,
    handle: async ({ event, token, query, form, now }) => {
      const rules = {
        isRequiredHonored: readStrictFlag(query, "honorrequired") ?? true,
        areOptionsHonored: readStrictFlag(query, "honorvalidation") ?? true,
      };
      const given = readPerson(form, event.registrationFields);
      const sourceEventId = readEventId(form);
      const isDeleted = readStrictFlag(form, "isdeleted");
      const actor = `token:${token.id}`;
      if (isDeleted !== undefined) {
        // Checked first: nothing is deleted by a call that is refused.
        const { email } = checkPerson(event.registrationFields, given, rules);
        await setRegistrantDeleted(db, event, email, isDeleted, { actor, now });
      }
      const admission = { event, given, rules, actor, ...(sourceEventId !== undefined && { sourceEventId }) };
      return presentAdmitted(await admitPerson(registrantWriter, admission), event.id, now);
    },
  });

  v2.eventOperation("Helpers.RetrieveRegistrationFields", {
    answer: RegistrationFields,
    handle: ({ event }) => ({ registrationfields: event.registrationFields.map(presentField) }),
  });
}

function readPerson(form: Fields, page: readonly RegistrationField[]): Person {
  const multiple = new Set(page.filter(({ type }) => type === "multiselect").map(({ field }) => field));
  const person: Person = {};
  for (const { name, wireName } of registrantFields) {
    const value = multiple.has(name) ? many(form, wireName).join(", ") || undefined : one(form, wireName);
    if (value !== undefined) person[name] = value;
  }
  return person;
}

function readEventId(form: Fields): number | undefined {
  const text = one(form, "sourceeventid");
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) fail("parameter.invalid", { name: "sourceeventid" });
  return Number(text);
}

/** Y or N in any case; anything else is refused, as published for these. */
function readStrictFlag(fields: Fields, name: string): boolean | undefined {
  const text = one(fields, name)?.toUpperCase();
  if (text === undefined) return undefined;
  if (text !== "Y" && text !== "N") fail("parameter.invalid", { name });
  return text === "Y";
}
