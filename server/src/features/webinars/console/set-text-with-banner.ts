import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { listWidgets, lockWidget, updateWidget } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";
import { type ContentOf, findContentFaults } from "./widgets.ts";

/** Overwrites the text or table of the text with banner widget of a name; its banner stays. */
export async function setTextWithBanner(
  db: Db,
  place: ConsolePlace,
  widgetName: string,
  text: { text: string } | { rows: string[][] },
): Promise<void> {
  const { clientId, eventId } = place;
  await inTransaction(db, async (tx) => {
    const widgets = await listWidgets(tx, clientId, eventId, "text-with-banner");
    const named = widgets.filter(({ name }) => name === widgetName);
    if (named.length > 1) fail("relatedContent.severalWidgets", { matchname: widgetName, eventId });
    const widget = named[0] && (await lockWidget(tx, clientId, eventId, named[0].id));
    if (!widget) fail("textWithBanner.noWidget");
    const { banner } = widget.content as ContentOf<"text-with-banner">;
    const content = { ...(banner && { banner }), ...text };
    if (findContentFaults("text-with-banner", content)) fail("metadata.invalid");
    await updateWidget(tx, clientId, widget.id, { content });
    await recordConsoleChange(tx, place, "widget.updated", widget.id);
  });
}
