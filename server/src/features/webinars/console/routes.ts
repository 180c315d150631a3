import type { Kysely } from "kysely";
import Type from "typebox";
import type { Db } from "../../../db/database.ts";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { findEvent } from "../events/queries.ts";
import { addWidget } from "./add-widget.ts";
import { changeWidget } from "./change-widget.ts";
import { listConsole } from "./list-console.ts";
import type { ConsolePlace } from "./record-console-change.ts";
import { removeResource, removeSpeaker, removeSurveyQuestion, removeWidget } from "./remove-from-console.ts";
import { Console, NewWidget, Widget, WidgetChanges } from "./schema.ts";

const tags = ["Console"];
const security = [{ operatorKey: [] }];
const event = { clientId: Type.Integer(), eventId: Type.Integer() };
const EventParams = Type.Object(event);
const ItemParams = Type.Object({ ...event, id: Type.Integer() });

/** What is in the audience's console: for producers, by the operator's key so far. */
export function consoleRoutes(web: WebApp, { db }: { db: Kysely<Database> }): void {
  web.get("/clients/:clientId/events/:eventId/widgets", {
    schema: {
      tags,
      security,
      operationId: "listWidgets",
      summary: "List the widgets of an event and what is in them",
      params: EventParams,
      response: { 200: Console, ...problems },
    },
    handler: async ({ params: { clientId, eventId } }) => {
      if (!(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      return { widgets: await listConsole(db, clientId, eventId) };
    },
  });

  web.post("/clients/:clientId/events/:eventId/widgets", {
    schema: {
      tags,
      security,
      operationId: "addWidget",
      summary: "Add a widget",
      description: "An event may have several of some kinds, such as a second Related Content, and one of the others.",
      params: EventParams,
      body: NewWidget,
      response: { 201: Widget, ...problems },
    },
    handler: async ({ params, body }, reply) => {
      const id = await addWidget(db, placeOf(params), body);
      return reply.status(201).send(await getListed(db, placeOf(params), id));
    },
  });

  web.patch("/clients/:clientId/events/:eventId/widgets/:id", {
    schema: {
      tags,
      security,
      operationId: "changeWidget",
      summary: "Rename, move or fill a widget",
      params: ItemParams,
      body: WidgetChanges,
      response: { 200: Widget, ...problems },
    },
    handler: async ({ params, body }) => {
      await changeWidget(db, placeOf(params), params.id, body);
      return getListed(db, placeOf(params), params.id);
    },
  });

  addRemovals(web, db);
}

const removals = [
  { path: "widgets", operationId: "removeWidget", summary: "Remove a widget with what is in it", remove: removeWidget },
  { path: "resources", operationId: "removeResource", summary: "Remove a resource", remove: removeResource },
  { path: "speakers", operationId: "removeSpeaker", summary: "Remove a speaker", remove: removeSpeaker },
  {
    path: "survey-questions",
    operationId: "removeSurveyQuestion",
    summary: "Remove a survey question; what people answered stays",
    remove: removeSurveyQuestion,
  },
] as const;

function addRemovals(web: WebApp, db: Kysely<Database>): void {
  for (const { path, operationId, summary, remove } of removals)
    web.delete(`/clients/:clientId/events/:eventId/${path}/:id`, {
      schema: { tags, security, operationId, summary, params: ItemParams, response: { 204: Type.Null(), ...problems } },
      handler: async ({ params }, reply) => {
        await remove(db, placeOf(params), params.id);
        return reply.status(204).send(null);
      },
    });
}

function placeOf({ clientId, eventId }: { clientId: number; eventId: number }): ConsolePlace {
  return { clientId, eventId, actor: "operator" };
}

async function getListed(db: Db, { clientId, eventId }: ConsolePlace, id: number) {
  const widgets = await listConsole(db, clientId, eventId);
  return widgets.find((widget) => widget.id === id) ?? fail("widget.unknown", { widgetId: id });
}
