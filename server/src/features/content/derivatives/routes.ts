import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { problems, type WebApp } from "../../../http/web/dialect.ts";
import { findUser } from "../../base/accounts/queries.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { findEvent } from "../../webinars/events/queries.ts";
import { createNurturePage } from "./create-nurture-page.ts";
import { deleteDerivative, editDerivative } from "./edit-derivative.ts";
import { publishDerivative, unpublishDerivative } from "./publish-derivative.ts";
import { type Derivative, findDerivative, listEventDerivatives } from "./queries.ts";
import { requestDerivatives } from "./request-derivatives.ts";
import {
  DerivativeAnswer,
  DerivativeChange,
  DerivativeParams,
  EventParams,
  HubChoice,
  NewDerivatives,
  NewNurturePage,
} from "./schema.ts";

const shared = { tags: ["Derivative content"], security: [{ operatorKey: [] }] };
const operator = { actor: "operator" };
const DerivativeList = Type.Object({ derivatives: Type.Array(DerivativeAnswer) });

/** The operator's API for texts made of webinars. */
export function derivativeRoutes(web: WebApp, { db, now }: { db: Kysely<Database>; now(): Date }): void {
  async function readAuthor(clientId: number, userName: string | undefined): Promise<Author> {
    if (userName === undefined) return operator;
    const user = (await findUser(db, clientId, userName)) ?? fail("user.unknown", { userName });
    return { ...operator, name: user.name };
  }

  async function presentOne(clientId: number, id: number) {
    const derivative = (await findDerivative(db, clientId, id)) ?? fail("derivative.unknown", { mediaId: id });
    return { ...present(derivative), ...(derivative.state === "ready" && { text: derivative.text }) };
  }

  web.post("/clients/:clientId/events/:eventId/derivatives", {
    schema: {
      ...shared,
      operationId: "requestDerivatives",
      summary: "Have texts made of a webinar's captions",
      description: "They are made in the background: read their state until it is ready or failed.",
      params: EventParams,
      body: NewDerivatives,
      response: { 202: DerivativeList, ...problems },
    },
    handler: async ({ params: { clientId, eventId }, body }, reply) => {
      const author = await readAuthor(clientId, body.userName);
      const ids = await requestDerivatives(db, clientId, eventId, body.kinds, author);
      const all = await listEventDerivatives(db, clientId, eventId);
      return reply.status(202).send({ derivatives: all.filter(({ id }) => ids.includes(id)).map(present) });
    },
  });

  web.get("/clients/:clientId/events/:eventId/derivatives", {
    schema: {
      ...shared,
      operationId: "listDerivatives",
      summary: "List the texts made of a webinar, finished or not",
      params: EventParams,
      response: { 200: DerivativeList, ...problems },
    },
    handler: async ({ params: { clientId, eventId } }) => {
      if (!(await findEvent(db, clientId, eventId))) fail("event.unknown", { eventId });
      return { derivatives: (await listEventDerivatives(db, clientId, eventId)).map(present) };
    },
  });

  web.post("/clients/:clientId/events/:eventId/nurture-pages", {
    schema: {
      ...shared,
      operationId: "createNurturePage",
      summary: "Make a nurture page of a webinar's texts",
      description: "It takes the texts as they are; later changes of them do not reach it.",
      params: EventParams,
      body: NewNurturePage,
      response: { 201: DerivativeAnswer, ...problems },
    },
    handler: async ({ params: { clientId, eventId }, body: { userName, ...page } }, reply) => {
      const by = { author: await readAuthor(clientId, userName), now: now() };
      const id = await createNurturePage(db, clientId, eventId, page, by);
      return reply.status(201).send(await presentOne(clientId, id));
    },
  });

  web.get("/clients/:clientId/derivatives/:derivativeId", {
    schema: {
      ...shared,
      operationId: "getDerivative",
      summary: "A text made of a webinar",
      params: DerivativeParams,
      response: { 200: DerivativeAnswer, ...problems },
    },
    handler: async ({ params }) => presentOne(params.clientId, params.derivativeId),
  });

  web.put("/clients/:clientId/derivatives/:derivativeId", {
    schema: {
      ...shared,
      operationId: "editDerivative",
      summary: "Change what is given of a text",
      params: DerivativeParams,
      body: DerivativeChange,
      response: { 200: DerivativeAnswer, ...problems },
    },
    handler: async ({ params: { clientId, derivativeId }, body }) => {
      await editDerivative(db, clientId, derivativeId, body, operator);
      return presentOne(clientId, derivativeId);
    },
  });

  web.post("/clients/:clientId/derivatives/:derivativeId/publish", {
    schema: {
      ...shared,
      operationId: "publishDerivative",
      summary: "Publish a text on a hub",
      description: "With its first publication it gets a content id.",
      params: DerivativeParams,
      body: HubChoice,
      response: { 200: DerivativeAnswer, ...problems },
    },
    handler: async ({ params: { clientId, derivativeId }, body: { hubId } }) => {
      await publishDerivative(db, { clientId, id: derivativeId, hubId }, { author: operator, now: now() });
      return presentOne(clientId, derivativeId);
    },
  });

  web.post("/clients/:clientId/derivatives/:derivativeId/unpublish", {
    schema: {
      ...shared,
      operationId: "unpublishDerivative",
      summary: "Take a text off a hub's page",
      description: "It keeps its content id.",
      params: DerivativeParams,
      body: HubChoice,
      response: { 200: DerivativeAnswer, ...problems },
    },
    handler: async ({ params: { clientId, derivativeId }, body: { hubId } }) => {
      await unpublishDerivative(db, { clientId, id: derivativeId, hubId }, operator);
      return presentOne(clientId, derivativeId);
    },
  });

  web.delete("/clients/:clientId/derivatives/:derivativeId", {
    schema: {
      ...shared,
      operationId: "deleteDerivative",
      summary: "Delete a text, and the content it became",
      params: DerivativeParams,
      response: { 204: Type.Null(), ...problems },
    },
    handler: async ({ params: { clientId, derivativeId } }, reply) => {
      await deleteDerivative(db, clientId, derivativeId, operator);
      return reply.status(204).send(null);
    },
  });
}

function present(derivative: Derivative): Static<typeof DerivativeAnswer> {
  return {
    id: derivative.id,
    kind: derivative.kind,
    sourceEventId: derivative.sourceEventId,
    title: derivative.title,
    state: derivative.state,
    ...(derivative.reason !== null && { reason: derivative.reason }),
    tags: derivative.tags,
    funnelStages: derivative.funnelStages,
    ...(derivative.contentId !== null && { contentId: derivative.contentId }),
    ...(derivative.createdBy !== null && { createdBy: derivative.createdBy }),
    createdAt: derivative.createdAt.toISOString(),
    modifiedAt: derivative.modifiedAt.toISOString(),
  };
}
