import type { Kysely } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { findMediaType } from "../../base/files/file-kinds.ts";
import { saveFile } from "../../base/files/save-file.ts";
import { insertSpeaker, listWidgets, lockWidget } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";

/** ON24 names no limit; a portrait straight from a camera fits. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

export interface NewSpeaker {
  readonly name: string;
  readonly email: string;
  readonly title?: string;
  readonly company?: string;
  readonly twitter?: string;
  readonly linkedin?: string;
  readonly website?: string;
  readonly facebook?: string;
  readonly description?: string;
}

/** Adds a speaker, with a picture or without, to the event's speaker bio widget; answers the speaker's id. */
export async function addSpeaker(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  place: ConsolePlace,
  speaker: NewSpeaker,
  picture: StagedFile | undefined,
): Promise<number> {
  const { clientId, eventId } = place;
  const [widget] = await listWidgets(db, clientId, eventId, "speaker-bio");
  if (!widget) fail("speaker.noWidget");
  const add = async (tx: Db, pictureFileId?: number) => {
    if (!(await lockWidget(tx, clientId, eventId, widget.id))) fail("speaker.noWidget");
    const row = { ...speaker, clientId, eventId, widgetId: widget.id };
    const id = await insertSpeaker(tx, { ...row, ...(pictureFileId !== undefined && { pictureFileId }) });
    await recordConsoleChange(tx, place, "speaker.created", id);
    return id;
  };
  if (!picture) return inTransaction(db, (tx) => add(tx));
  const mediaType = (await findMediaType(picture, ["jpg", "jpeg", "gif", "png"])) ?? fail("speaker.invalid");
  return saveFile({ db, files }, { clientId, staged: picture, mediaType, createdBy: place.actor }, add);
}
