import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly text: string | null;
  readonly sharedAt: Date;
}

/** What was told on Twitter, the one network that answers know. */
export const tweetsPart: AttendeePart = {
  keys: {
    twitterwidget: Type.Array(Type.Object({ date: instant("Shared"), tweetdescription: text("As they wrote it") })),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, text, shared_at from ${peopleTable(people)} join shares using (client_id, registrant_id)
      where network = 'twitter' order by shared_at, id`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      twitterwidget: theirs.map((share) => ({
        date: formatPacific(share.sharedAt),
        ...(share.text !== null && { tweetdescription: share.text }),
      })),
    }));
  },
};
