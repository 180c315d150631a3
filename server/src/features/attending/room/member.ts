import type { You } from "@lectern/wire/messages";
import type { Frame } from "../../../http/socket/frame.ts";
import type { EndHow, Outlet } from "../../../http/socket/outlet.ts";
import type { Presence, Speaker } from "../../../http/socket/speaker.ts";
import type { Arrival } from "../attendance/join-queries.ts";
import type { Hearers } from "./room-log.ts";

/** What a member's page does with the room that it is in. */
export interface MemberHost {
  begin(member: Member): void;
  /** The page reads again what it was spared. */
  catchUp(member: Member): void;
  leave(member: Member, how: "closed" | "lost"): void;
}

/** One page of somebody in a room. There are as many as people watch, so it is kept small. */
export class Member implements Presence {
  readonly speaker: Speaker;
  readonly tab: string;
  /** Of the audience: how they came, to open another session for them. */
  readonly arrival: Arrival | undefined;
  /** Of the team. */
  readonly linkVersion: number;
  sessionId: number | undefined;
  /** What was told up to this number is known to the page: a snapshot may be ahead of what is told. */
  heard = 0;
  /** The last number heard before, when the page comes back. */
  since: number | undefined;
  outlet: Outlet | undefined;
  /** Since when nothing is sent because the page does not read, milliseconds since 1970. */
  skippedSince: number | undefined;
  /** Gone or sent away: nothing is told to the page any more, and nothing taken from it, while its connection ends. */
  hasLeft = false;
  #goodbye: { readonly frame: Frame; readonly how: EndHow } | undefined;
  readonly #host: MemberHost;

  constructor(
    host: MemberHost,
    told: {
      speaker: Speaker;
      tab: string;
      sessionId?: number;
      since?: number;
      arrival?: Arrival;
      linkVersion?: number;
    },
  ) {
    this.#host = host;
    this.speaker = told.speaker;
    this.tab = told.tab;
    this.arrival = told.arrival;
    this.linkVersion = told.linkVersion ?? 0;
    this.sessionId = told.sessionId;
    this.since = told.since;
  }

  begin(outlet: Outlet): void {
    this.outlet = outlet;
    if (this.#goodbye) this.#sayGoodbye(this.#goodbye);
    else this.#host.begin(this);
  }

  /** Ends the page with this as the last it hears; one that is only coming in hears it as soon as it can. */
  sendAway(goodbye: Frame, how: EndHow): void {
    this.hasLeft = true;
    this.#goodbye = { frame: goodbye, how };
    this.#sayGoodbye(this.#goodbye);
  }

  #sayGoodbye(goodbye: { readonly frame: Frame; readonly how: EndHow }): void {
    this.send(goodbye.frame);
    this.outlet?.end(goodbye.how);
  }

  catchUp(): void {
    this.#host.catchUp(this);
  }

  leave(how: "closed" | "lost"): void {
    this.#host.leave(this, how);
  }

  hears(to: Hearers): boolean {
    const { speaker } = this;
    if (to === "everybody") return true;
    if (to === "audience" || to === "team") return (speaker.role === "audience") === (to === "audience");
    return to === nameOf(speaker);
  }

  send(frame: Frame): void {
    this.outlet?.send(frame);
  }
}

/** Who it is, of the audience or of the team. */
export type SpeakerId = { readonly registrantId: number } | { readonly presenterId: number };

/** As hearers are named, all pages of one person alike. */
export function nameOf(speaker: SpeakerId): `person:${number}` | `presenter:${number}` {
  return "registrantId" in speaker ? `person:${speaker.registrantId}` : `presenter:${speaker.presenterId}`;
}

/** As the page is told who it is. */
export function youOf(speaker: Speaker): You {
  const { firstName, lastName } = speaker;
  if (speaker.role === "audience")
    return { role: speaker.role, eventUserId: speaker.registrantId, firstName, lastName };
  return { role: speaker.role, presenterId: speaker.presenterId, firstName, lastName };
}
