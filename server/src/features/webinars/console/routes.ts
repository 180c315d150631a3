import type { Kysely } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { addWidget } from "./add-widget.ts";
import { changeWidget } from "./change-widget.ts";
import { listConsole } from "./list-console.ts";
import type { ConsolePlace } from "./record-console-change.ts";
import { removeResource, removeSpeaker, removeSurveyQuestion, removeWidget } from "./remove-from-console.ts";
import { Console, NewWidget, Widget, WidgetChanges } from "./schema.ts";

/** What is in the audience's console. */
export function consoleRoutes(web: Web, { db }: { db: Kysely<Database> }): void {
  web.operation("listWidgets", {
    route: "GET /clients/{clientId}/events/{eventId}/widgets",
    right: "events.read",
    group: "Console",
    summary: "List the widgets of an event and what is in them",
    answer: Console,
    handle: async ({ client, event }) => ({ widgets: await listConsole(db, client.id, event.id) }),
  });

  web.operation("addWidget", {
    route: "POST /clients/{clientId}/events/{eventId}/widgets",
    right: "events.manage",
    group: "Console",
    summary: "Add a widget",
    description: "An event may have several of some kinds, such as a second Related Content, and one of the others.",
    body: NewWidget,
    status: 201,
    answer: Widget,
    handle: async (call) => {
      const place = placeOf(call);
      return getListed(db, place, await addWidget(db, place, call.body));
    },
  });

  web.operation("changeWidget", {
    route: "PATCH /clients/{clientId}/events/{eventId}/widgets/{widgetId}",
    right: "events.manage",
    group: "Console",
    summary: "Rename, move or fill a widget",
    body: WidgetChanges,
    answer: Widget,
    handle: async (call) => {
      const { widgetId } = call.params;
      await changeWidget(db, placeOf(call), widgetId, call.body);
      return getListed(db, placeOf(call), widgetId);
    },
  });

  addRemovals(web, db);
}

const removals = [
  { path: "widgets", id: "removeWidget", summary: "Remove a widget with what is in it", remove: removeWidget },
  { path: "resources", id: "removeResource", summary: "Remove a resource", remove: removeResource },
  { path: "speakers", id: "removeSpeaker", summary: "Remove a speaker", remove: removeSpeaker },
  {
    path: "survey-questions",
    id: "removeSurveyQuestion",
    summary: "Remove a survey question; what people answered stays",
    remove: removeSurveyQuestion,
  },
] as const;

function addRemovals(web: Web, db: Kysely<Database>): void {
  for (const { path, id, summary, remove } of removals)
    web.operation(id, {
      route: `DELETE /clients/{clientId}/events/{eventId}/${path}/{itemId}`,
      right: "events.manage",
      group: "Console",
      summary,
      handle: (call) => remove(db, placeOf(call), call.params.itemId),
    });
}

interface Place {
  actor: string;
  client: { id: number };
  event: { id: number };
}

function placeOf({ actor, client, event }: Place): ConsolePlace {
  return { clientId: client.id, eventId: event.id, actor };
}

async function getListed(db: Db, { clientId, eventId }: ConsolePlace, id: number) {
  const widgets = await listConsole(db, clientId, eventId);
  return widgets.find((widget) => widget.id === id) ?? fail("widget.unknown", { widgetId: id });
}
