import type { Kysely } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { FileStore } from "../../../lib/file-store.ts";
import type { StagedFile } from "../../../lib/staging.ts";
import { type FileExtension, findMediaType } from "../../base/files/file-kinds.ts";
import { saveFile } from "../../base/files/save-file.ts";
import { countResources, insertResource, listWidgets, lockWidget } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";

const accepted: readonly FileExtension[] = ["doc", "docx", "xls", "xlsx", "pdf", "ppt", "pptx", "mp3", "mp4"];

export const MAX_RESOURCE_BYTES = 50 * 1024 * 1024;

export interface NewResource {
  /** What the audience reads. */
  readonly name: string;
  /** Name of the related content widget that it goes into. */
  readonly widgetName: string;
  readonly content: { readonly url: string } | { readonly file: StagedFile };
}

/** Puts a link or a file into the related content widget of a name; answers the resource's id. */
export async function addResource(
  { db, files }: { db: Kysely<Database>; files: FileStore },
  place: ConsolePlace,
  { name, widgetName, content }: NewResource,
): Promise<number> {
  const { clientId, eventId } = place;
  const widgets = (await listWidgets(db, clientId, eventId, "related-content")).filter(
    (one) => one.name === widgetName,
  );
  const [widget] = widgets;
  if (!widget) fail("relatedContent.noWidget", { matchname: widgetName, eventId });
  if (widgets.length > 1) fail("relatedContent.severalWidgets", { matchname: widgetName, eventId });
  const add = async (tx: Db, what: { url: string } | { fileId: number }) => {
    if (!(await lockWidget(tx, clientId, eventId, widget.id)))
      fail("relatedContent.noWidget", { matchname: widgetName, eventId });
    const id = await insertResource(tx, { clientId, eventId, widgetId: widget.id, name, ...what });
    await countResources(tx, clientId, eventId, 1);
    await recordConsoleChange(tx, place, "resource.created", id);
    return id;
  };
  if ("url" in content) return inTransaction(db, (tx) => add(tx, { url: content.url }));
  const mediaType = (await findMediaType(content.file, accepted)) ?? fail("file.notAccepted");
  const newFile = { clientId, staged: content.file, mediaType, createdBy: place.actor };
  return saveFile({ db, files }, newFile, (tx, fileId) => add(tx, { fileId }));
}
