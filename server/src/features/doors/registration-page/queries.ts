import { type Insertable, sql } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { RegistrationPages } from "../../../db/types.ts";

export async function deleteRegistrationFields(tx: Db, clientId: number, eventId: number): Promise<void> {
  await tx.deleteFrom("registrationFields").where("clientId", "=", clientId).where("eventId", "=", eventId).execute();
}

export async function setEmbedOrigins(
  tx: Db,
  clientId: number,
  eventId: number,
  embedOrigins: string[],
): Promise<void> {
  await tx
    .updateTable("events")
    .set({ embedOrigins })
    .where("clientId", "=", clientId)
    .where("id", "=", eventId)
    .execute();
}

export type PageSettingsRow = Partial<Pick<Insertable<RegistrationPages>, "banner" | "bannerText" | "intro">>;

export async function upsertSettings(
  tx: Db,
  clientId: number,
  eventId: number,
  settings: PageSettingsRow,
): Promise<void> {
  await tx
    .insertInto("registrationPages")
    .values({ ...settings, clientId, eventId })
    .onConflict((conflict) => conflict.columns(["clientId", "eventId"]).doUpdateSet({ ...settings, clientId, eventId }))
    .execute();
}

export async function copyPageSettings(tx: Db, clientId: number, fromId: number, toId: number): Promise<void> {
  await sql`
    insert into registration_pages (client_id, event_id, banner, banner_text, intro)
    select client_id, ${toId}, banner, banner_text, intro from registration_pages
    where client_id = ${clientId} and event_id = ${fromId}`.execute(tx);
}
