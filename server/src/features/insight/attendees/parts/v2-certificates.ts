import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly widgetId: number;
  readonly widgetName: string;
  readonly credits: number | null;
  readonly earnedAt: Date;
}

const Result = Type.String({ description: "C: complete, wholly or in part" });
const Credit = Type.String({ description: "Credits earned; NR where none are given" });

/** Certificates that were earned, and of the last one what it brought. */
export const certificatesPart: AttendeePart = {
  keys: {
    certificationwidgetresult: Result,
    certificationcredit: Credit,
    certificationtimestamp: instant("Earned last"),
    certifications: Type.Array(
      Type.Object({
        certificationid: Type.Integer(),
        certificationresult: Result,
        certificationname: Type.String({ description: "As it was called then" }),
        certificationcredit: Credit,
        certificationtimestamp: instant("Earned"),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, widget_id, widget_name, credits, earned_at
      from ${peopleTable(people)} join certificates using (client_id, registrant_id)
      order by earned_at, widget_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      ...theirs.map(presentLast).at(-1),
      certifications: theirs.map(presentCertificate),
    }));
  },
};

function presentLast({ credits, earnedAt }: Row) {
  return { certificationwidgetresult: "C", ...presentEarned(credits, earnedAt) };
}

function presentCertificate({ widgetId, widgetName, credits, earnedAt }: Row) {
  return {
    certificationid: widgetId,
    certificationresult: "C",
    certificationname: widgetName,
    ...presentEarned(credits, earnedAt),
  };
}

function presentEarned(credits: number | null, earnedAt: Date) {
  return {
    certificationcredit: credits === null ? "NR" : String(credits),
    certificationtimestamp: formatPacific(earnedAt),
  };
}
