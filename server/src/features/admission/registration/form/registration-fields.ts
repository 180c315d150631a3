import { type Insertable, sql } from "kysely";
import type { Db } from "../../../../db/database.ts";
import type { RegistrationFields } from "../../../../db/types.ts";
import { defaultRegistrationFields } from "./default-fields.ts";
import type { RegistrationField } from "./registration-field.ts";

/** Gives a new webinar the page that every webinar starts with. */
export async function createDefaultFields(tx: Db, event: { clientId: number; id: number }): Promise<void> {
  await insertRegistrationFields(tx, event.clientId, event.id, defaultRegistrationFields);
}

export async function listRegistrationFields(
  db: Db,
  { clientId, eventId }: { clientId: number; eventId: number },
): Promise<RegistrationField[]> {
  return db
    .selectFrom("registrationFields")
    .select(["field", "caption", "type", "validation", "isRequired", "options"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .orderBy("position")
    .execute();
}

export async function insertRegistrationFields(
  db: Db,
  clientId: number,
  eventId: number,
  fields: readonly RegistrationField[],
): Promise<void> {
  const rows: Insertable<RegistrationFields>[] = fields.map((field, index) => ({
    ...field,
    options: field.options && [...field.options],
    clientId,
    eventId,
    position: index + 1,
  }));
  await db.insertInto("registrationFields").values(rows).execute();
}

export async function copyRegistrationFields(db: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into registration_fields (client_id, event_id, position, field, caption, type, validation, is_required, options)
    select client_id, ${toId}, position, field, caption, type, validation, is_required, options
    from registration_fields where client_id = ${clientId} and event_id = ${fromId}`.execute(db);
}
