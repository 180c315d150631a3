import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { type Purpose, wireTypes } from "../../../attending/calls-to-action/purposes.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly widgetId: number;
  readonly widgetName: string;
  readonly purpose: Purpose;
  readonly address: string | null;
  readonly convertedAt: Date;
}

/** Where answers have what calls to action bring; they know no requests for prices. */
const listed = [
  { key: "meetingconversions", purpose: "meeting" },
  { key: "democonversions", purpose: "demo" },
  { key: "freetrial", purpose: "free-trial" },
  { key: "contactus", purpose: "contact-us" },
  { key: "drift", purpose: "drift" },
] as const satisfies readonly { key: string; purpose: Purpose }[];

const Conversions = Type.Array(
  Type.Object({
    widgetid: Type.String(),
    widgetname: Type.String({ description: "Its name then" }),
    widgettype: Type.String(),
    widgetaction: text("The web or mail address behind it"),
    widgetsubmittedtimestamp: instant("Came about"),
  }),
);

/** What calls to action have brought. */
export const conversionsPart: AttendeePart = {
  keys: {
    ...Object.fromEntries(listed.map(({ key }) => [key, Conversions])),
    calendly: Type.Array(Type.Object({ meetingsbooked: Type.Integer() })),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, widget_id, widget_name, purpose, address, converted_at from ${peopleTable(people)}
      join conversions using (client_id, registrant_id) order by id`.execute(db);
    return presentByPerson(rows, presentConversions);
  },
};

function presentConversions(rows: readonly Row[]): object {
  const presented: Record<string, object[]> = {};
  for (const { key, purpose } of listed) {
    const conversions = rows.filter((row) => row.purpose === purpose);
    if (conversions.length > 0) presented[key] = conversions.map(presentConversion);
  }
  const meetingsbooked = rows.filter(({ purpose }) => purpose === "calendly").length;
  if (meetingsbooked > 0) presented.calendly = [{ meetingsbooked }];
  return presented;
}

function presentConversion({ widgetId, widgetName, purpose, address, convertedAt }: Row) {
  return {
    widgetid: String(widgetId),
    widgetname: widgetName,
    widgettype: wireTypes[purpose],
    ...(address !== null && { widgetaction: address }),
    widgetsubmittedtimestamp: formatPacific(convertedAt),
  };
}
