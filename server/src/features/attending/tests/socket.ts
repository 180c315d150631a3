import type { Kysely } from "kysely";
import { commitTogether } from "../../../db/commit-together.ts";
import type { Database } from "../../../db/types.ts";
import type { Socket } from "../../../http/socket/dialect.ts";
import { type FoundTest, listStandings, listTests } from "./queries.ts";
import { type Result, type Submission, submitTests } from "./submit-tests.ts";

interface TestsDeps {
  readonly db: Kysely<Database>;
  now(): Date;
}

/** Tests that the audience takes; nobody but the server knows which answers are right. */
export function testsSocket(socket: Socket, { db, now }: TestsDeps): void {
  const submissions = commitTogether<Submission, Result>(db, ({ registrantId }) => String(registrantId), submitTests);

  socket.state("tests", async (tx, room) => ({ tests: (await listTests(tx, room)).map(presentTest) }));

  socket.mine("tests", async (tx, { clientId }, registrantIds) => {
    const mine = new Map<number, { taken: object[] }>();
    for (const { registrantId, ...standing } of await listStandings(tx, clientId, registrantIds))
      mine.set(registrantId, { taken: [...(mine.get(registrantId)?.taken ?? []), standing] });
    return mine;
  });

  socket.on("tests.submit", { by: ["audience"], pace: { burst: 5, perMinute: 10 } }, ({ speaker, body }) => {
    const { clientId, eventId, registrantId } = speaker;
    return submissions.submit({ clientId, eventId, registrantId, ...body, at: now() });
  });
}

function presentTest({ id, version, content }: FoundTest): object {
  const { questions, ...rest } = content;
  return {
    ...{ testId: id, version, ...rest },
    questions: questions.map(({ question, answers }) => ({ question, answers: answers.map(({ answer }) => answer) })),
  };
}
