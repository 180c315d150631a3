import type { ModeratedLine, OwnLine, PublicLine } from "@lectern/wire/chat";
import type { Static } from "typebox";
import type { LineRow } from "./queries.ts";

/** Whether the audience sees a line. */
export function isVisible({ isShown, deletedAt }: Pick<LineRow, "isShown" | "deletedAt">): boolean {
  return isShown && deletedAt === null;
}

export function forAudience(row: LineRow): Static<typeof PublicLine> {
  return { ...baseOf(row), isTeam: row.presenterId !== null };
}

export function forAuthor(row: LineRow): Static<typeof OwnLine> {
  return { ...baseOf(row), isShown: row.isShown, isDeleted: row.deletedAt !== null };
}

export function forTeam(row: LineRow): Static<typeof ModeratedLine> {
  const { registrantId, presenterId, isPractice, deletedBy, questionId } = row;
  return { ...forAuthor(row), eventUserId: registrantId, presenterId, isPractice, deletedBy, questionId };
}

function baseOf({ lineId, text, saidAt, firstName, lastName }: LineRow) {
  const name = [firstName, lastName].filter(Boolean).join(" ");
  return { lineId, text: text ?? "", at: saidAt.getTime(), name };
}
