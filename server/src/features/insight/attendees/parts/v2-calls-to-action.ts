import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly thingId: number;
  readonly name: string;
  readonly address: string | null;
  readonly opens: number;
  readonly lastOpenedAt: Date;
}

/** Calls to action that were clicked. */
export const callsToActionPart: AttendeePart = {
  keys: {
    calltoactions: Type.Array(
      Type.Object({
        ctaid: Type.String(),
        ctaname: Type.String({ description: "Its name then" }),
        clicks: Type.String({ description: "A number" }),
        action: text("Where it leads"),
        date: instant("Clicked last"),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, thing_id, name, address, opens, last_opened_at from ${peopleTable(people)}
      join openings using (client_id, registrant_id)
      where kind = 'call-to-action' order by last_opened_at, thing_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({ calltoactions: theirs.map(presentClicks) }));
  },
};

function presentClicks({ thingId, name, address, opens, lastOpenedAt }: Row) {
  return {
    ctaid: String(thingId),
    ctaname: name,
    clicks: String(opens),
    ...(address !== null && { action: address }),
    date: formatPacific(lastOpenedAt),
  };
}
