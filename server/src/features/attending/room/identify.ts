import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Entry } from "../../../http/socket/speaker.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { readPass } from "../../admission/registration/people/pass-cookie.ts";
import { readPresenterKey } from "../presenters/presenter-link.ts";
import { findByLink, type Presenter } from "../presenters/queries.ts";
import { readRoomTicket } from "./ticket.ts";

interface IdentifyDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  now(): Date;
}

export type Identity =
  | { readonly registrantId: number; readonly presenter?: undefined }
  | { readonly presenter: Presenter };

/** Who comes: a presenter by their link, else somebody of the audience by a ticket or the pass in a cookie. */
export async function identify(deps: IdentifyDeps, entry: Entry, clientId: number): Promise<Identity> {
  const { eventId, ticket } = entry;
  if (entry.presenter !== undefined) {
    const link = readPresenterKey(deps.sealer, entry.presenter) ?? fail("visit.unknown");
    return { presenter: (await findByLink(deps.db, { clientId, eventId }, link)) ?? fail("visit.unknown") };
  }
  const registrantId =
    ticket === undefined ? readPass(entry.request, deps.sealer, eventId) : readRoomTicket(deps, eventId, ticket);
  return { registrantId: registrantId ?? fail("room.noEntry", { eventId }) };
}
