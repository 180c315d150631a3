import { fail } from "../../../errors.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { gatewayPath } from "../../content/hubs/addresses.ts";
import { findHub, type Hub } from "../../content/hubs/queries.ts";
import { openPage, type RegistrationPageDeps } from "../registration-page/open-page.ts";
import type { FormEvent } from "../registration-page/page-event.ts";
import { type Sent, text } from "./read-sent.ts";

/** What comes after registration differs: webinars have a lobby, hubs and the like a page that is open to all. */
const hubKinds: readonly string[] = ["gateway", "experience", "golive"];

export interface OpenedEvent extends FormEvent {
  readonly isHub: boolean;
}

/** The event that a caller names, with the audience's key. Refuses what `openPage` does. */
export async function openSentEvent(deps: RegistrationPageDeps, visit: Visit, sent: Sent): Promise<OpenedEvent> {
  const shown = await openPage(deps, visit, { id: text(sent, "eventid"), key: text(sent, "key") });
  return { ...shown, isHub: hubKinds.includes(shown.event.contentType) };
}

/** The page of a hub; undefined for what has none. `experienceId` names another page of the same client to go on to. */
export async function findHubPage(
  { db, publicUrl }: RegistrationPageDeps,
  { event }: OpenedEvent,
  experienceId?: string,
): Promise<string | undefined> {
  const addressOf = (hub: Hub) => `${publicUrl}${gatewayPath(hub.slug, hub.id)}`;
  if (experienceId !== undefined) {
    const experience = await findHub(db, event.clientId, readId(experienceId) ?? 0);
    return experience?.isActive && experience.contentType === "experience"
      ? addressOf(experience)
      : fail("seamless.hubUnknown");
  }
  const hub = await findHub(db, event.clientId, event.id);
  return hub && addressOf(hub);
}
