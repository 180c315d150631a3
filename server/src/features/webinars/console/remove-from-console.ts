import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { findEvent } from "../events/queries.ts";
import { lockConsole } from "./add-widget.ts";
import { countResources, deleteSpeakers, lockWidget, markDeleted, markWidgetDeleted } from "./queries.ts";
import { type ConsolePlace, recordConsoleChange } from "./record-console-change.ts";

/** Removes a widget with all that is in it; what was downloaded from it and answered in it stays known. */
export async function removeWidget(db: Db, place: ConsolePlace, id: number): Promise<void> {
  const { clientId, eventId } = place;
  await inTransaction(db, async (tx) => {
    await lockConsole(tx, place);
    if (!(await lockWidget(tx, clientId, eventId, id))) fail("widget.unknown", { widgetId: id });
    await markWidgetDeleted(tx, clientId, id);
    const resources = await markDeleted(tx, "resources", place, { widgetId: id });
    if (resources > 0) await countResources(tx, clientId, eventId, -resources);
    await deleteSpeakers(tx, clientId, eventId, { widgetId: id });
    await markDeleted(tx, "surveyQuestions", place, { widgetId: id });
    await recordConsoleChange(tx, place, "widget.deleted", id);
  });
}

export async function removeResource(db: Db, place: ConsolePlace, id: number): Promise<void> {
  const { clientId, eventId } = place;
  await inTransaction(db, async (tx) => {
    const removed = await markDeleted(tx, "resources", place, { id });
    if (removed === 0) fail("resource.unknown", { resourceId: id });
    await countResources(tx, clientId, eventId, -1);
    await recordConsoleChange(tx, place, "resource.deleted", id);
  });
}

export async function removeSurveyQuestion(db: Db, place: ConsolePlace, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const removed = await markDeleted(tx, "surveyQuestions", place, { id });
    if (removed === 0) fail("survey.unknownQuestion", { questionId: id });
    await recordConsoleChange(tx, place, "survey.updated", id);
  });
}

/** Removes all speakers of a webinar; it is no fault when there are none. Hubs and content have none to remove. Their pictures go with the sweep of files. */
export async function removeAllSpeakers(db: Db, place: ConsolePlace): Promise<void> {
  await inTransaction(db, async (tx) => {
    const event = await findEvent(tx, place.clientId, place.eventId);
    if (!event || !isWebinar(event.type)) fail("speaker.notDeletable");
    const removed = await deleteSpeakers(tx, place.clientId, place.eventId, {});
    if (removed > 0) await recordConsoleChange(tx, place, "speakers.deleted", place.eventId);
  });
}

export async function removeSpeaker(db: Db, place: ConsolePlace, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const removed = await deleteSpeakers(tx, place.clientId, place.eventId, { id });
    if (removed === 0) fail("speaker.unknown", { speakerId: id });
    await recordConsoleChange(tx, place, "speaker.deleted", id);
  });
}
