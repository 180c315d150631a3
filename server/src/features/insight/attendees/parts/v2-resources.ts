import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly thingId: number;
  readonly name: string;
  readonly lastOpenedAt: Date;
}

/** Related content that was opened, each once. */
export const resourcesPart: AttendeePart = {
  keys: {
    resources: Type.Array(
      Type.Object({
        resourceid: Type.Integer(),
        resourceviewed: Type.String({ description: "Its name then" }),
        resourceviewedtimestamp: instant("Opened last"),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, thing_id, name, last_opened_at from ${peopleTable(people)}
      join openings using (client_id, registrant_id)
      where kind = 'resource' order by last_opened_at, thing_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      resources: theirs.map(({ thingId, name, lastOpenedAt }) => ({
        resourceid: thingId,
        resourceviewed: name,
        resourceviewedtimestamp: formatPacific(lastOpenedAt),
      })),
    }));
  },
};
