import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly type: string;
  readonly secondsFromStart: number;
  readonly reactedAt: Date;
}

/** Reactions, the last one first as in the published answers. */
export const reactionsPart: AttendeePart = {
  keys: {
    reactions: Type.Array(
      Type.Object({
        type: Type.String({ description: "like, heart, laugh or celebrate" }),
        timefromstart: Type.Integer({ description: "Seconds, of the webinar or of its recording" }),
        datetime: instant("Shown"),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, type, seconds_from_start, reacted_at from ${peopleTable(people)}
      join reactions using (client_id, registrant_id) order by reacted_at desc, id desc`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      reactions: theirs.map(({ type, secondsFromStart, reactedAt }) => ({
        type,
        timefromstart: secondsFromStart,
        datetime: formatPacific(reactedAt),
      })),
    }));
  },
};
