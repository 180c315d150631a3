import { Frame, frame } from "../../../http/socket/frame.ts";
import { type Member, youOf } from "./member.ts";
import type { Room } from "./room.ts";

/** What newcomers are told first. */
export interface Prepared {
  /** JSON of the features' states by name. */
  readonly stateText: string;
  /** Of the last message that the states contain. */
  readonly seq: number;
  /** JSON of what only concerns the newcomer. */
  readonly mineText: string;
}

/** Tells where things stand, and what came since then. */
export function welcome(room: Room, member: Member, { seq, stateText, mineText }: Prepared, at: number): void {
  const head = JSON.stringify({ kind: "welcome", seq, at, you: youOf(member.speaker) }).slice(0, -1);
  const phase = JSON.stringify(room.phaseBody);
  const state = stateText === "{}" ? `{"room":${phase}}` : `{"room":${phase},${stateText.slice(1)}`;
  member.send(new Frame(`${head},"state":${state},"mine":${mineText}}`, seq));
  member.heard = seq;
  tellMissed(room, member, seq);
}

/** Tells whoever comes back what they have missed. */
export function resume(room: Room, member: Member, since: number, at: number): void {
  member.send(frame({ kind: "resumed", seq: room.history.last, at }));
  member.send(frame({ kind: "room.phase", ...room.phaseBody }));
  member.heard = since;
  tellMissed(room, member, since);
}

function tellMissed(room: Room, member: Member, since: number): void {
  for (const message of room.missed(member, since)) member.send(message.frame);
}
