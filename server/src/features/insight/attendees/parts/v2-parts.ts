import type { Db } from "../../../../db/database.ts";
import type { AttendeePart, PersonKey } from "./part.ts";
import { callsToActionPart } from "./v2-calls-to-action.ts";
import { certificatesPart } from "./v2-certificates.ts";
import { conversionsPart } from "./v2-conversions.ts";
import { ideasPart } from "./v2-ideas.ts";
import { pollsPart } from "./v2-polls.ts";
import { questionsPart } from "./v2-questions.ts";
import { reactionsPart } from "./v2-reactions.ts";
import { resourcesPart } from "./v2-resources.ts";
import { surveysPart } from "./v2-surveys.ts";
import { testsPart } from "./v2-tests.ts";
import { tweetsPart } from "./v2-tweets.ts";

/** In the order of the answer; another part is another row. */
export const attendeeParts: readonly AttendeePart[] = [
  questionsPart,
  pollsPart,
  resourcesPart,
  surveysPart,
  tweetsPart,
  callsToActionPart,
  testsPart,
  certificatesPart,
  conversionsPart,
  ideasPart,
  reactionsPart,
];

/** People with what all parts tell of each. */
export async function addParts<Person extends PersonKey>(
  db: Db,
  people: readonly Person[],
  publicUrl: string,
): Promise<(Person & { readonly parts: object })[]> {
  if (people.length === 0) return [];
  const read: ReadonlyMap<number, object>[] = [];
  // One after the other: a page must not take the pool's connections from everybody else.
  for (const part of attendeeParts) read.push(await part.read(db, people, publicUrl));
  return people.map((person) => ({
    ...person,
    parts: Object.assign({}, ...read.map((part) => part.get(person.registrantId))),
  }));
}
