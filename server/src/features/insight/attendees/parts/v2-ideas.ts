import { sql } from "kysely";
import Type from "typebox";
import { formatPacific } from "../../../../http/v2/dates.ts";
import { instant, text } from "../../../../http/v2/schema-parts.ts";
import { type AttendeePart, peopleTable, presentByPerson } from "./part.ts";

interface Row {
  readonly registrantId: number;
  readonly id: number;
  readonly topic: string;
  readonly isComment: boolean;
  readonly text: string | null;
  readonly votes: number;
  readonly createdAt: Date;
}

/** Ideas and comments on others' that are still there. */
export const ideasPart: AttendeePart = {
  keys: {
    shareidea: Type.Array(
      Type.Object({
        topic: Type.String({ description: "As it read then" }),
        type: Type.String({ description: "IDEA or COMMENT" }),
        description: text("As they wrote it"),
        ideanumber: Type.Integer(),
        rating: Type.Optional(Type.Integer({ description: "Votes for the idea" })),
        datetime: instant("Written"),
      }),
    ),
  },
  async read(db, people) {
    const { rows } = await sql<Row>`
      select registrant_id, id, topic, parent_id is not null as is_comment, text, votes, created_at
      from ${peopleTable(people)} join ideas using (client_id, registrant_id)
      where deleted_at is null order by id`.execute(db);
    return presentByPerson(rows, (theirs) => ({ shareidea: theirs.map(presentIdea) }));
  },
};

function presentIdea({ id, topic, isComment, text: written, votes, createdAt }: Row) {
  return {
    topic,
    type: isComment ? "COMMENT" : "IDEA",
    ...(written !== null && { description: written }),
    ideanumber: id,
    ...(!isComment && { rating: votes }),
    datetime: formatPacific(createdAt),
  };
}
