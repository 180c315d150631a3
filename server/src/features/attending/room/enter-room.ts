import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { clientAddress } from "../../../http/client-address.ts";
import type { Entry, Speaker } from "../../../http/socket/speaker.ts";
import type { LoadCache } from "../../../lib/load-cache.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import type { ClientRecord } from "../../base/accounts/client-record.ts";
import { isWebinar } from "../../base/lookups/event-types.ts";
import { type Phase, phaseOf } from "../../webinars/events/event-phase.ts";
import type { Attendance } from "../attendance/attendance.ts";
import { deviceOf } from "../attendance/device.ts";
import type { Arrival } from "../attendance/join-queries.ts";
import type { SessionKind } from "../attendance/viewing.ts";
import { joinAsPresenter } from "../presenters/presenter-sessions.ts";
import type { Presenter } from "../presenters/queries.ts";
import { identify } from "./identify.ts";

export interface EnterDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly events: LoadCache<number, AdmissionEvent>;
  readonly clients: LoadCache<number, ClientRecord>;
  readonly attendance: Attendance;
  now(): Date;
}

/** Somebody who was let in, and the session that was opened for them. */
export interface Entered {
  readonly speaker: Speaker;
  readonly sessionId?: number;
  readonly arrival?: Arrival;
  /** Of the audience: what the session is of. */
  readonly kind?: SessionKind | null;
  readonly linkVersion?: number;
}

/** The event of a room that is open to somebody: to its team always until it is gone, to its audience until it expires. */
export async function getRoomEvent({ events, clients }: EnterDeps, eventId: number): Promise<AdmissionEvent> {
  const event = (await events.get(eventId)) ?? fail("visit.unknown");
  const client = await clients.get(event.clientId);
  const isOpen = client?.isActive && event.isActive && event.deletedAt === null && isWebinar(event.type);
  return isOpen ? event : fail("room.notOpen", { eventId });
}

/**
 * Lets somebody in: whoever comes to see something opens a session by it, and becomes an attendee.
 * @param keepPace refuses whoever comes too often, before anything is written
 */
export async function enterRoom(
  deps: EnterDeps,
  event: AdmissionEvent,
  entry: Entry,
  keepPace: (who: string) => void,
): Promise<Entered> {
  const identity = await identify(deps, entry, event.clientId);
  keepPace(identity.presenter ? `presenter:${identity.presenter.id}` : `person:${identity.registrantId}`);
  if (identity.presenter) return enterTeam(deps, event, entry, identity.presenter);
  const at = deps.now();
  const phase = phaseOf(event, at);
  if (phase === "expired") fail("room.notOpen", { eventId: event.id });
  const arrival = arrivalOf(event, entry, identity.registrantId);
  const kind = kindOf(phase);
  const joined = await deps.attendance.join({ ...arrival, kind, at });
  if (joined.outcome !== "in") return fail(`room.${joined.outcome}`, { eventId: event.id });
  const { firstName, lastName, session } = joined;
  const { clientId, id: eventId } = event;
  const speaker: Speaker = {
    role: "audience",
    clientId,
    eventId,
    registrantId: identity.registrantId,
    firstName,
    lastName,
  };
  return { speaker, arrival, kind, ...(session && { sessionId: session.sessionId }) };
}

async function enterTeam(
  { db, now }: EnterDeps,
  event: AdmissionEvent,
  { tab }: Entry,
  { id: presenterId, role, firstName, lastName, linkVersion }: Presenter,
): Promise<Entered> {
  const { clientId, id: eventId } = event;
  const isPractice = ["scheduled", "lobby"].includes(phaseOf(event, now()));
  const sessionId = await joinAsPresenter(db, { clientId, eventId, presenterId, role, tab, isPractice, at: now() });
  return { speaker: { role, clientId, eventId, presenterId, firstName, lastName }, sessionId, linkVersion };
}

/** Written out, without spreads: objects of one shape share it, and there is one for each page. */
function arrivalOf(event: AdmissionEvent, { request, tab }: Entry, registrantId: number): Arrival {
  const { device, os, browser } = deviceOf(request.headers["user-agent"]);
  return {
    clientId: event.clientId,
    eventId: event.id,
    registrantId,
    tab,
    launchMode: "remote",
    device,
    os,
    browser,
    ipAddress: clientAddress(request),
    referrer: readReferrer(request.query),
  };
}

/** What is watched in a phase. */
export function kindOf(phase: Phase): SessionKind | null {
  if (phase === "live") return "live";
  return phase === "on-demand" ? "archive" : null;
}

const MOST_REFERRER = 500;

/** The page that led to the console, as the console tells: a socket's own request has none. */
function readReferrer(query: unknown): string | undefined {
  const { referrer } = query as { referrer?: unknown };
  return typeof referrer === "string" && referrer.length <= MOST_REFERRER && URL.canParse(referrer)
    ? referrer.replaceAll("\0", "")
    : undefined;
}
