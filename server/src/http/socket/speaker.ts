import type { Role } from "@lectern/wire/room";
import type { FastifyRequest } from "fastify";
import type { Outlet } from "./outlet.ts";

interface InRoom {
  readonly clientId: number;
  readonly eventId: number;
  readonly firstName: string;
  readonly lastName: string;
}

export interface AudienceMember extends InRoom {
  readonly role: "audience";
  readonly registrantId: number;
}

export interface TeamMember extends InRoom {
  readonly role: Exclude<Role, "audience">;
  readonly presenterId: number;
}

/** Who is in a room, as it was found out when they came. */
export type Speaker = AudienceMember | TeamMember;

export type SpeakerOf<Who extends Role> = Who extends "audience" ? AudienceMember : TeamMember;

/** Somebody at the door of a room. */
export interface Entry {
  readonly request: FastifyRequest;
  readonly eventId: number;
  /** Of the page, made when it was opened. */
  readonly tab: string;
  /** The last numbered message that the page has heard, when it comes back. */
  readonly since?: number;
  /** Who it is, where no cookie tells: a ticket of the audience, a presenter's link. */
  readonly ticket?: string;
  readonly presenter?: string;
}

/** Somebody in a room, by one page. */
export interface Presence {
  readonly speaker: Speaker;
  /** Whoever has left says nothing more, though the connection may not have ended yet. */
  readonly hasLeft: boolean;
  /** Begins to tell the page what there is to know and what happens. */
  begin(outlet: Outlet): void;
  /** The page is gone: closed by the person, or only lost. */
  leave(how: "closed" | "lost"): void;
}

/** Who lets people into rooms. */
export interface Doorkeeper {
  /** Refuses room.noEntry, room.blocked, room.unregistered, room.notOpen and visit.unknown. */
  enter(entry: Entry): Promise<Presence>;
  /** Something was said and done in a room: what was told about it is for everybody, in all processes. */
  wake(eventId: number): void;
}
