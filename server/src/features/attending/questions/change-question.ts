import type { Updateable } from "kysely";
import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import type { Questions } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { countInEvents } from "../attendance/count-activity.ts";
import { questionChanges } from "./changes.ts";
import { isVisible } from "./present.ts";
import { listByIds } from "./queries.ts";
import { tellQuestions } from "./tell-questions.ts";

/** A question of a room, and who of the team does something with it. */
export interface Handling {
  readonly clientId: number;
  readonly eventId: number;
  readonly questionId: number;
  readonly presenterId: number;
  readonly at: Date;
}

type Marks = Pick<Updateable<Questions>, "isShown" | "isStarred" | "assignedPresenterId" | "answeredLiveBy">;

/** Lets a question through or takes it back, stars it, gives it to a presenter. */
export async function markQuestion(db: Db, handling: Handling, marks: Marks): Promise<void> {
  await handle(db, handling, async (tx) => {
    const { assignedPresenterId } = marks;
    if (typeof assignedPresenterId === "number") await requirePresenter(tx, handling, assignedPresenterId);
    return marks;
  });
}

/** Puts a question aside, or brings it back as it was. */
export async function dismissQuestion(db: Db, handling: Handling, isDismissed: boolean): Promise<void> {
  await handle(db, handling, async () => ({ dismissedAt: isDismissed ? handling.at : null }));
}

/** Notes that a question was answered aloud: everybody may hear what everybody heard. */
export async function answerLive(db: Db, handling: Handling): Promise<void> {
  await handle(db, handling, async () => ({ answeredLiveBy: handling.presenterId, answeredAt: handling.at }));
}

/** Answers in writing, to all or to the asker alone, or edits the answer. What is answered to all is let through by that. */
export async function answerQuestion(
  db: Db,
  handling: Handling,
  { text, isPublic }: { text: string; isPublic: boolean },
): Promise<void> {
  const { clientId, questionId, presenterId, at } = handling;
  await handle(db, handling, async (tx) => {
    await tx
      .insertInto("questionAnswers")
      .values({ clientId, questionId, presenterId, text, isPublic, answeredAt: at })
      .onConflict((conflict) =>
        conflict.columns(["clientId", "questionId"]).doUpdateSet({ presenterId, text, isPublic, editedAt: at }),
      )
      .execute();
    return { answeredAt: at, dismissedAt: null, ...(isPublic && { isShown: true }) };
  });
}

/** Locks the question, changes it, and tells whom it concerns; a first answer is counted. */
async function handle(
  db: Db,
  { clientId, eventId, questionId, presenterId }: Handling,
  write: (tx: Db) => Promise<Updateable<Questions>>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before =
      (await lockQuestion(tx, { clientId, eventId, questionId })) ?? fail("question.unknown", { questionId });
    const { answeredAt, ...changes } = await write(tx);
    const isFirstAnswer = answeredAt !== undefined && before.answeredAt === null;
    await tx
      .updateTable("questions")
      .set({ ...changes, ...(isFirstAnswer ? { answeredAt } : { answeredAt: before.answeredAt }) })
      .where("clientId", "=", clientId)
      .where("id", "=", questionId)
      .execute();
    const happening = { clientId, eventId, subjectId: questionId, actor: `presenter:${presenterId}` };
    if (isFirstAnswer) await questionChanges.record(tx, "question.answered", happening);
    await tellQuestions(tx, await listByIds(tx, [clientId], [questionId]), isVisible(before));
    if (isFirstAnswer) await countInEvents(tx, [{ clientId, eventId, counts: { questionsAnswered: 1 } }]);
  });
}

async function lockQuestion(tx: Db, { clientId, eventId, questionId }: Omit<Handling, "presenterId" | "at">) {
  return tx
    .selectFrom("questions")
    .select(["isShown", "dismissedAt", "answeredAt"])
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", questionId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

async function requirePresenter(tx: Db, { clientId, eventId }: Handling, presenterId: number): Promise<void> {
  const found = await tx
    .selectFrom("presenters")
    .select("id")
    .where("clientId", "=", clientId)
    .where("eventId", "=", eventId)
    .where("id", "=", presenterId)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  if (!found) fail("presenter.unknown", { presenterId });
}
