import type { Layout, Stage } from "@lectern/wire/presenting";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { RoomKey } from "../../../http/socket/room-parts.ts";
import { isBlank } from "../../../lib/blanks.ts";
import { listCaptions } from "../../webinars/captions/queries.ts";
import { type Telling, tell } from "../room/room-log.ts";
import { lockRoom } from "./control-queries.ts";
import { getStanding, isBeforeLive, type Standing } from "./course.ts";
import { listShownDecks, readStage, type StageColumns, writeStage } from "./stage-queries.ts";

/** One part of the stage that is another now. */
export type StageChange =
  | { readonly slide: { readonly deckId: number; readonly page: number } | null }
  | { readonly layout: Layout }
  | { readonly captions: string | null }
  | { readonly message: string | null };

/**
 * Changes what is shown, for everybody, or in practice for the team alone. Nobody has to be in control: the last one wins, in the
 * order of the room. Refuses slides.unknown, slides.noPage, captions.unknown and presenting.noMessage.
 */
export async function changeStage(db: Db, room: RoomKey, change: StageChange, now: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    const { isPractice } = await lockRoom(tx, room);
    const standing = await getStanding(tx, room, now);
    await putOnStage(tx, room, change, { ...standing, isPractice: isPractice && isBeforeLive(standing.phase) });
  });
}

/** The same within a transaction that holds the room. */
export async function putOnStage(
  tx: Db,
  { clientId, eventId }: RoomKey,
  change: StageChange,
  { isPractice, atMs }: Pick<Standing, "atMs"> & { readonly isPractice: boolean },
): Promise<void> {
  const room = { clientId, eventId };
  await writeStage(tx, room, isPractice, await columnsOf(tx, room, change, atMs));
  const told = tellingOf(await readStage(tx, room, isPractice), change);
  await tell(tx, [{ room, to: isPractice ? "team" : "everybody", ...told }]);
}

async function columnsOf(tx: Db, room: RoomKey, change: StageChange, atMs: number): Promise<StageColumns> {
  if ("layout" in change) return { layout: change.layout };
  if ("message" in change)
    return {
      message: change.message !== null && isBlank(change.message) ? fail("presenting.noMessage") : change.message,
    };
  if ("captions" in change) {
    await checkCaptions(tx, room, change.captions);
    return { captionsLanguage: change.captions };
  }
  if (change.slide === null) return { deckId: null, page: null, slideAtMs: atMs };
  const { deckId, page } = change.slide;
  const deck = (await listShownDecks(tx, room)).find((one) => one.deckId === deckId);
  if (!deck) fail("slides.unknown", { deckId });
  if (page > deck.pageCount) fail("slides.noPage", { deckId, page });
  return { deckId, page, slideAtMs: atMs };
}

async function checkCaptions(tx: Db, { clientId, eventId }: RoomKey, language: string | null): Promise<void> {
  if (language === null) return;
  const captions = await listCaptions(tx, clientId, eventId);
  if (!captions.some((caption) => caption.language === language)) fail("captions.unknown", { language, eventId });
}

function tellingOf({ slide, layout, captions, message }: Stage, change: StageChange): Pick<Telling, "kind" | "body"> {
  if ("layout" in change) return { kind: "presenting.layout", body: { layout } };
  if ("message" in change) return { kind: "presenting.message", body: { text: message } };
  if ("captions" in change) return { kind: "presenting.captions", body: { language: captions } };
  return { kind: "presenting.slide", body: { slide } };
}
