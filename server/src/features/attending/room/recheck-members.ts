import type { Db } from "../../../db/database.ts";
import { listCurrent } from "../presenters/queries.ts";
import type { Member } from "./member.ts";
import { listKeptOut } from "./queries.ts";
import { dismiss } from "./room.ts";

/** Shows the door to those of one room's members who may not be there any more. */
export async function recheckMembers(db: Db, members: readonly Member[]): Promise<void> {
  const clientId = members[0]?.speaker.clientId;
  if (clientId === undefined) return;
  await recheckAudience(db, clientId, members);
  await recheckTeam(db, clientId, members);
}

async function recheckAudience(db: Db, clientId: number, members: readonly Member[]): Promise<void> {
  const ids = members.flatMap(({ speaker }) => (speaker.role === "audience" ? [speaker.registrantId] : []));
  const keptOut = new Map((await listKeptOut(db, clientId, [...new Set(ids)])).map((one) => [one.id, one]));
  for (const member of members) {
    const found = member.speaker.role === "audience" && keptOut.get(member.speaker.registrantId);
    if (found) dismiss(member, found.isBlocked ? "blocked" : "unregistered");
  }
}

async function recheckTeam(db: Db, clientId: number, members: readonly Member[]): Promise<void> {
  const ids = members.flatMap(({ speaker }) => (speaker.role === "audience" ? [] : [speaker.presenterId]));
  if (ids.length === 0) return;
  const current = new Map((await listCurrent(db, clientId, [...new Set(ids)])).map((one) => [one.id, one]));
  for (const member of members) {
    if (member.speaker.role === "audience") continue;
    const { role, presenterId } = member.speaker;
    const found = current.get(presenterId);
    if (found?.linkVersion !== member.linkVersion) dismiss(member, "revoked");
    else if (found.role !== role) dismiss(member, "role", 0);
  }
}
