import { fail } from "../../../errors.ts";
import { problems } from "../../../http/pages/problem-page.ts";
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

/** The event that a caller names, with the audience's key. A wrong key and an unknown event look the same. */
export async function openEvent(deps: RegistrationPageDeps, sent: Sent): Promise<OpenedEvent> {
  const [id, key] = [text(sent, "eventid") ?? "", text(sent, "key") ?? ""];
  const shown = await openPage(deps, { id, key });
  if (!("problem" in shown)) return { ...shown, isHub: hubKinds.includes(shown.event.contentType) };
  if (shown.problem === problems.deleted) fail("event.deleted");
  if (shown.problem === problems.inactive) fail("event.inactive", { eventId: id });
  return fail("seamless.eventUnknown");
}

/** The page of a hub; undefined for what has none. `experienceId` names another page of the same client to go on to. */
export async function findHubPage(
  { db, publicUrl }: RegistrationPageDeps,
  { event }: OpenedEvent,
  experienceId?: string,
): Promise<string | undefined> {
  const addressOf = (hub: Hub) => `${publicUrl}${gatewayPath(hub.slug, hub.id)}`;
  if (experienceId !== undefined) {
    const id = /^\d{1,15}$/.test(experienceId) ? Number(experienceId) : 0;
    const experience = await findHub(db, event.clientId, id);
    return experience?.isActive && experience.contentType === "experience"
      ? addressOf(experience)
      : fail("seamless.hubUnknown");
  }
  const hub = await findHub(db, event.clientId, event.id);
  return hub && addressOf(hub);
}
