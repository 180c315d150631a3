import type { Kysely } from "kysely";
import Type, { type Static } from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import { findUser } from "../../base/accounts/queries.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { createNurturePage } from "./create-nurture-page.ts";
import { deleteDerivative, editDerivative } from "./edit-derivative.ts";
import { publishDerivative, unpublishDerivative } from "./publish-derivative.ts";
import { type Derivative, findDerivative, listEventDerivatives } from "./queries.ts";
import { requestDerivatives } from "./request-derivatives.ts";
import { DerivativeAnswer, DerivativeChange, HubChoice, NewDerivatives, NewNurturePage } from "./schema.ts";

const DerivativeList = Type.Object({ derivatives: Type.Array(DerivativeAnswer) });

interface DerivativeDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/** Texts made of webinars. */
export function derivativeRoutes(web: Web, deps: DerivativeDeps): void {
  requestRoutes(web, deps);
  textRoutes(web, deps);
}

/** Texts of an event. */
function requestRoutes(web: Web, { db, now }: DerivativeDeps): void {
  const readAuthor = async (actor: string, clientId: number, userName: string | undefined): Promise<Author> => {
    if (userName === undefined) return { actor };
    const user = (await findUser(db, clientId, userName)) ?? fail("user.unknown", { userName });
    return { actor, name: user.name };
  };

  web.operation("requestDerivatives", {
    route: "POST /clients/{clientId}/events/{eventId}/derivatives",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Have texts made of a webinar's captions",
    description: "They are made in the background: read their state until it is ready or failed.",
    body: NewDerivatives,
    status: 202,
    answer: DerivativeList,
    handle: async ({ actor, client, event, body }) => {
      const author = await readAuthor(actor, client.id, body.userName);
      const ids = await requestDerivatives(db, client.id, event.id, body.kinds, author);
      const all = await listEventDerivatives(db, client.id, event.id);
      return { derivatives: all.filter(({ id }) => ids.includes(id)).map(present) };
    },
  });

  web.operation("listDerivatives", {
    route: "GET /clients/{clientId}/events/{eventId}/derivatives",
    right: "hubs.read",
    group: "Derivative content",
    summary: "List the texts made of a webinar, finished or not",
    answer: DerivativeList,
    handle: async ({ client, event }) => ({
      derivatives: (await listEventDerivatives(db, client.id, event.id)).map(present),
    }),
  });

  web.operation("createNurturePage", {
    route: "POST /clients/{clientId}/events/{eventId}/nurture-pages",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Make a nurture page of a webinar's texts",
    description: "It takes the texts as they are; later changes of them do not reach it.",
    body: NewNurturePage,
    status: 201,
    answer: DerivativeAnswer,
    handle: async ({ actor, client, event, body: { userName, ...page } }) => {
      const by = { author: await readAuthor(actor, client.id, userName), now: now() };
      return presentOne(db, client.id, await createNurturePage(db, client.id, event.id, page, by));
    },
  });
}

/** One text. */
function textRoutes(web: Web, { db, now }: DerivativeDeps): void {
  web.operation("getDerivative", {
    route: "GET /clients/{clientId}/derivatives/{derivativeId}",
    right: "hubs.read",
    group: "Derivative content",
    summary: "A text made of a webinar",
    answer: DerivativeAnswer,
    handle: ({ client, params }) => presentOne(db, client.id, params.derivativeId),
  });

  web.operation("editDerivative", {
    route: "PUT /clients/{clientId}/derivatives/{derivativeId}",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Change what is given of a text",
    body: DerivativeChange,
    answer: DerivativeAnswer,
    handle: async ({ actor, client, params: { derivativeId }, body }) => {
      await editDerivative(db, client.id, derivativeId, body, { actor });
      return presentOne(db, client.id, derivativeId);
    },
  });

  web.operation("publishDerivative", {
    route: "POST /clients/{clientId}/derivatives/{derivativeId}/publish",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Publish a text on a hub",
    description: "With its first publication it gets a content id.",
    body: HubChoice,
    answer: DerivativeAnswer,
    handle: async ({ actor, client, params: { derivativeId: id }, body: { hubId } }) => {
      await publishDerivative(db, { clientId: client.id, id, hubId }, { author: { actor }, now: now() });
      return presentOne(db, client.id, id);
    },
  });

  web.operation("unpublishDerivative", {
    route: "POST /clients/{clientId}/derivatives/{derivativeId}/unpublish",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Take a text off a hub's page",
    description: "It keeps its content id.",
    body: HubChoice,
    answer: DerivativeAnswer,
    handle: async ({ actor, client, params: { derivativeId: id }, body: { hubId } }) => {
      await unpublishDerivative(db, { clientId: client.id, id, hubId }, { actor });
      return presentOne(db, client.id, id);
    },
  });

  web.operation("deleteDerivative", {
    route: "DELETE /clients/{clientId}/derivatives/{derivativeId}",
    right: "hubs.manage",
    group: "Derivative content",
    summary: "Delete a text, and the content it became",
    handle: ({ actor, client, params: { derivativeId } }) => deleteDerivative(db, client.id, derivativeId, { actor }),
  });
}

async function presentOne(db: Kysely<Database>, clientId: number, id: number) {
  const derivative = (await findDerivative(db, clientId, id)) ?? fail("derivative.unknown", { mediaId: id });
  return { ...present(derivative), ...(derivative.state === "ready" && { text: derivative.text }) };
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
