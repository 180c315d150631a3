import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import { admitPerson, requireLetIn } from "./admit-person.ts";
import { setRegistrantDeleted } from "./set-registrant-deleted.ts";
import { readPerson, readRules, readStrictFlag } from "./v2-form.ts";
import { presentAdmitted, presentField } from "./v2-present.ts";
import { RegisteredPerson, RegisterForm, RegisterQuery, RegistrationFields } from "./v2-schema.ts";
import type { RegistrantWriter } from "./writer/registrant-writer.ts";

export interface RegisterDeps {
  db: Kysely<Database>;
  registrantWriter: RegistrantWriter;
  publicUrl: string;
}

/** The REST door of registration, and what the page asks. */
export function registerOperations(v2: V2<AdmissionEvent>, { db, registrantWriter, publicUrl }: RegisterDeps): void {
  v2.eventOperation("Registration.RESTRegistrationAPI", {
    query: RegisterQuery,
    form: RegisterForm,
    answer: RegisteredPerson,
    handle: async ({ event, token, query, form, now }) => {
      const rules = readRules(query);
      const given = readPerson(form, event.registrationFields);
      const sourceEventId = readEventId(form);
      const isDeleted = readStrictFlag(form, "isdeleted");
      const admission = {
        door: "rest" as const,
        event,
        given,
        rules,
        actor: `token:${token.id}`,
        ...(sourceEventId !== undefined && { sourceEventId }),
      };
      const deps = { db, writer: registrantWriter };
      const admitted =
        isDeleted === undefined
          ? await admitPerson(deps, admission)
          : await setRegistrantDeleted(deps, admission, { isDeleted, now });
      requireLetIn(admitted, event.id);
      return presentAdmitted(admitted, event, publicUrl);
    },
  });

  v2.eventOperation("Helpers.RetrieveRegistrationFields", {
    answer: RegistrationFields,
    handle: ({ event }) => ({ registrationfields: event.registrationFields.map(presentField) }),
  });
}

function readEventId(form: Fields): number | undefined {
  const text = one(form, "sourceeventid");
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) fail("parameter.invalid", { name: "sourceeventid" });
  return Number(text);
}
