import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { yesNo } from "../../../http/flags.ts";
import { type Fields, one, oneEmail } from "../../../http/forms.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { readYesNo } from "../../../lib/yes-no.ts";
import { listReach } from "../../base/accounts/queries.ts";
import type { AdmissionEvent } from "./admission-event.ts";
import type { Person } from "./form/fields.ts";
import { updateRegistrant, updateRegistrants } from "./update-registrant.ts";
import { readPerson, readRules } from "./v2-form.ts";
import { presentRegistrant } from "./v2-present.ts";
import { RegisteredPerson, UpdateClientForm, UpdatedRegistrants, UpdateForm, UpdateQuery } from "./v2-schema.ts";

export interface UpdateDeps {
  db: Kysely<Database>;
  publicUrl: string;
}

/** Changing people who are registered, in one event and in all. */
export function updateOperations(v2: V2<AdmissionEvent>, { db, publicUrl }: UpdateDeps): void {
  v2.eventOperation("Registration.UpdateRegistrantEventlevel", {
    query: UpdateQuery,
    form: UpdateForm,
    answer: RegisteredPerson,
    handle: async ({ event, token, query, form }) => {
      // What is not sent stays, and nothing that is sent empties a field: none that is required can become empty.
      const rules = { ...readRules(query), isRequiredHonored: false };
      const given = { ...readPerson(form, event.registrationFields), email: requireEmail(form) };
      const isBlocked = readBlocked(form);
      const actor = `token:${token.id}`;
      const update = { given, actor, ...(isBlocked !== undefined && { isBlocked }) };
      const registrant = await updateRegistrant(db, event, rules, update);
      const listed = { ...registrant, campaignCode: event.campaignCode };
      return {
        ...presentRegistrant(listed, { hasClientId: false, publicUrl }),
        isblocked: yesNo(registrant.isBlocked),
      };
    },
  });

  v2.operation("Registration.UpdateRegistrantClientlevel", {
    form: UpdateClientForm,
    answer: UpdatedRegistrants,
    handle: async ({ client, token, form, params }) => {
      const given: Person = readPerson(form, []);
      const isBlocked = readBlocked(form);
      const actor = `token:${token.id}`;
      const update = { given, actor, ...(isBlocked !== undefined && { isBlocked }) };
      const clientIds = await listReach(db, client.id);
      return { updatedregistrants: await updateRegistrants(db, clientIds, params.email ?? "", update) };
    },
  });
}

function requireEmail(form: Fields): string {
  if (one(form, "email") === undefined) fail("registrant.fieldMissing", { field: "email" });
  return oneEmail(form, "email") ?? fail("registrant.emailBlank");
}

function readBlocked(form: Fields): boolean | undefined {
  const text = one(form, "isblocked") ?? "";
  return isBlank(text) ? undefined : (readYesNo(text) ?? fail("registrant.blockedInvalid"));
}
