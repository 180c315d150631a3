import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { paperAddress } from "../../../attending/certificates/certificate-number.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly widgetId: number;
  readonly widgetName: string;
  readonly credits: number | null;
  readonly earnedAt: Date;
  /** Null when the holder was forgotten, and the paper with them. */
  readonly number: string | null;
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
        certificationurl: text("The certificate as PDF"),
      }),
    ),
  },
  async read(db, people, publicUrl) {
    const { rows } = await sql<Row>`
      select registrant_id, widget_id, widget_name, credits, earned_at, case when holder is not null then number end as number
      from ${peopleTable(people)} join certificates using (client_id, registrant_id)
      order by earned_at, widget_id`.execute(db);
    return presentByPerson(rows, (theirs) => ({
      ...theirs.map(presentLast).at(-1),
      certifications: theirs.map((row) => presentCertificate(row, publicUrl)),
    }));
  },
};

function presentLast({ credits, earnedAt }: Row) {
  return { certificationwidgetresult: "C", ...presentEarned(credits, earnedAt) };
}

function presentCertificate({ widgetId, widgetName, credits, earnedAt, number }: Row, publicUrl: string) {
  return {
    certificationid: widgetId,
    certificationresult: "C",
    certificationname: widgetName,
    ...presentEarned(credits, earnedAt),
    ...(number !== null && { certificationurl: paperAddress(publicUrl, number) }),
  };
}

function presentEarned(credits: number | null, earnedAt: Date) {
  return {
    certificationcredit: credits === null ? "NR" : String(credits),
    certificationtimestamp: formatPacific(earnedAt),
  };
}
