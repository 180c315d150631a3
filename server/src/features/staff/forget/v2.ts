import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Forgetter } from "../../../feature.ts";
import { many, one } from "../../../http/forms.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { text } from "../../../http/v2/schema-parts.ts";
import { trimBlanks } from "../../../lib/blanks.ts";
import { listReach } from "../../base/accounts/queries.ts";
import { forgetPeople } from "./forget-people.ts";

const ForgetForm = Type.Object({
  email: text("One address, or several with commas between them"),
  eventid: text("Only in this event"),
});

const Forgotten = Type.Object({ deletedregistrants: Type.Object({ eventuserids: Type.Array(Type.Integer()) }) });

export interface ForgetDeps {
  db: Kysely<Database>;
  forgetters: readonly Forgetter[];
}

/** The right to be forgotten: by address, of an event, of an account. */
export function forgetOperations(v2: V2, { db, forgetters }: ForgetDeps): void {
  v2.operation("Registration.ForgetRegistrantClientlevel", {
    form: ForgetForm,
    answer: Forgotten,
    handle: async ({ client, token, form }) => {
      const emails = many(form, "email").flatMap(readAddresses);
      if (emails.length === 0) fail("registrant.fieldMissing", { field: "email" });
      const eventText = one(form, "eventid");
      if (eventText !== undefined && !/^\d{1,15}$/.test(eventText)) fail("parameter.invalid", { name: "eventid" });
      const clientIds = await listReach(db, client.id);
      const eventId = eventText === undefined ? {} : { eventId: Number(eventText) };
      const whom = { clientId: client.id, clientIds, emails, ...eventId };
      const forgotten = await forgetPeople(db, forgetters, whom, { scope: "people", actor: `token:${token.id}` });
      if (forgotten.length === 0) fail("registrant.unknown");
      return present(forgotten);
    },
  });

  v2.eventOperation("Registration.ForgetAllRegistrantEventlevel", {
    answer: Forgotten,
    handle: async ({ client, event, token }) => {
      const whom = { clientId: client.id, clientIds: [client.id], eventId: event.id };
      return present(await forgetPeople(db, forgetters, whom, { scope: "event", actor: `token:${token.id}` }));
    },
  });

  v2.operation("Registration.ForgetAllRegistrantClientlevel", {
    answer: Forgotten,
    handle: async ({ client, token }) => {
      const whom = { clientId: client.id, clientIds: await listReach(db, client.id) };
      return present(await forgetPeople(db, forgetters, whom, { scope: "client", actor: `token:${token.id}` }));
    },
  });
}

/** A "+" that was not escaped has become a blank inside an address. */
function readAddresses(list: string): string[] {
  return list
    .split(",")
    .map((address) => trimBlanks(address).replaceAll(" ", "+"))
    .filter((address) => address !== "");
}

function present(eventuserids: number[]) {
  return { deletedregistrants: { eventuserids } };
}
