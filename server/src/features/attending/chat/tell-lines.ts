import type { Db } from "../../../db/database.ts";
import { type Telling, tell } from "../room/room-log.ts";
import { forAudience, forAuthor, forTeam, isVisible } from "./present.ts";
import type { LineRow } from "./queries.ts";

/**
 * Tells of lines as they are now: the team all, whoever of the audience said one on all their devices, the others what is shown.
 *
 * @param wasVisible whether the audience has seen them before, and has to hear when they are deleted.
 */
export async function tellLines(tx: Db, rows: readonly LineRow[], wasVisible: boolean): Promise<void> {
  await tell(
    tx,
    rows.flatMap((row) => tellingsOf(row, wasVisible)),
  );
}

function tellingsOf(row: LineRow, wasVisible: boolean): Telling[] {
  const { clientId, eventId, lineId, registrantId } = row;
  const about = { room: { clientId, eventId }, ...(registrantId !== null && { registrantId }) };
  const tellings: Telling[] = [{ ...about, to: "team", kind: "chat.moderated", body: { line: forTeam(row) } }];
  if (registrantId !== null)
    tellings.push({ ...about, to: `person:${registrantId}`, kind: "chat.own", body: { line: forAuthor(row) } });
  if (isVisible(row)) tellings.push({ ...about, to: "audience", kind: "chat.line", body: { line: forAudience(row) } });
  else if (wasVisible) tellings.push({ ...about, to: "audience", kind: "chat.gone", body: { lineId } });
  return tellings;
}
