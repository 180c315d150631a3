import type { Insertable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Media } from "../../../db/types.ts";

export async function insertMedia(db: Db, media: Insertable<Media>): Promise<number> {
  const { id } = await db.insertInto("media").values(media).returning("id").executeTakeFirstOrThrow();
  return id;
}
