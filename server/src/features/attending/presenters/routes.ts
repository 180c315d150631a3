import type { Kysely } from "kysely";
import Type from "typebox";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { addPresenter, changePresenter, renewLink, revokePresenter } from "./edit-presenter.ts";
import { deskAddress } from "./presenter-link.ts";
import { findPresenter, listPresenters, type Presenter as PresenterRow } from "./queries.ts";
import { DeskLink, NewPresenter, Presenter, PresenterChange } from "./schema.ts";

const path = "/clients/{clientId}/events/{eventId}/presenters";

interface PresenterRouteDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  now(): Date;
}

/** Who presents in an event. */
export function presenterRoutes(web: Web, { db, now }: PresenterRouteDeps): void {
  web.operation("listPresenters", {
    route: `GET ${path}`,
    right: "events.manage",
    group: "Presenting",
    summary: "List who presents in an event",
    answer: Type.Object({ presenters: Type.Array(Presenter) }),
    handle: async ({ client, event }) => ({
      presenters: (await listPresenters(db, client.id, event.id)).map(presentPresenter),
    }),
  });

  web.operation("addPresenter", {
    route: `POST ${path}`,
    right: "events.manage",
    group: "Presenting",
    summary: "Let somebody present in an event",
    description: "They come in by a link of their own, without an account.",
    body: NewPresenter,
    status: 201,
    answer: Presenter,
    handle: async ({ actor, client, event, body }) =>
      presentPresenter(await addPresenter(db, { clientId: client.id, eventId: event.id, actor }, body)),
  });

  web.operation("changePresenter", {
    route: `PATCH ${path}/{presenterId}`,
    right: "events.manage",
    group: "Presenting",
    summary: "Change a presenter's name, address or role",
    body: PresenterChange,
    answer: Presenter,
    handle: async ({ actor, client, event, params: { presenterId }, body }) => {
      const place = { clientId: client.id, eventId: event.id, actor };
      return presentPresenter(await changePresenter(db, place, presenterId, body));
    },
  });

  web.operation("revokePresenter", {
    route: `DELETE ${path}/{presenterId}`,
    right: "events.manage",
    group: "Presenting",
    summary: "Let somebody present no longer",
    description: "Their link ends at once, and they have to leave the room.",
    handle: ({ actor, client, event, params: { presenterId } }) =>
      revokePresenter(db, { clientId: client.id, eventId: event.id, actor }, presenterId, now()),
  });
}

/** The links by which they come in. */
export function presenterLinkRoutes(web: Web, { db, sealer, publicUrl }: PresenterRouteDeps): void {
  const linkOf = (presenter: PresenterRow) => ({ deskUrl: deskAddress(sealer, publicUrl, presenter) });

  web.operation("getPresenterLink", {
    route: `GET ${path}/{presenterId}/link`,
    right: "events.manage",
    group: "Presenting",
    summary: "The link of a presenter",
    answer: DeskLink,
    handle: async ({ client, event, params: { presenterId } }) => {
      const presenter = await findPresenter(db, { clientId: client.id, eventId: event.id }, presenterId);
      return linkOf(presenter ?? fail("presenter.unknown", { presenterId }));
    },
  });

  web.operation("renewPresenterLink", {
    route: `POST ${path}/{presenterId}/link`,
    right: "events.manage",
    group: "Presenting",
    summary: "Give a presenter another link",
    description: "The old one ends at once, and whoever came by it has to leave the room.",
    answer: DeskLink,
    handle: async ({ actor, client, event, params: { presenterId } }) =>
      linkOf(await renewLink(db, { clientId: client.id, eventId: event.id, actor }, presenterId)),
  });
}

function presentPresenter({ id, firstName, lastName, email, role, createdAt }: PresenterRow) {
  return { presenterId: id, firstName, lastName, email, role, createdAt: createdAt.toISOString() };
}
