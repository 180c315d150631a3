import { type DemoPerson, demoPeople } from "./people.ts";

/** A visit to the webinar, in minutes from its start. */
export interface Visit {
  readonly person: DemoPerson;
  readonly from: number;
  readonly to: number;
  readonly kind: "live" | "archive";
  readonly tab: string;
}

const DAY = 24 * 60;

/** Most come at the beginning and stay; some come late, some leave early, and every sixth never shows up. */
const live: readonly Visit[] = demoPeople
  .filter(({ number }) => number % 6 !== 0)
  .map((person) => {
    const { number } = person;
    const from = number % 5 === 0 ? 14 : (number * 7) % 4;
    return { person, from, to: number % 7 === 0 ? 33 : 56 + (number % 4), kind: "live", tab: `demo-${number}` };
  });

/** On a phone beside the computer, for a while. */
const besides: readonly Visit[] = live
  .filter(({ person: { number } }) => number % 13 === 0)
  .map((visit) => ({ ...visit, from: visit.from + 6, to: 30, tab: `${visit.tab}-beside` }));

/** In the days after: some who were there, and one who was not. */
const archive: readonly Visit[] = demoPeople
  .filter(({ number }) => number % 9 === 0)
  .map((person) => {
    const from = DAY * (1 + (person.number % 5)) + person.number;
    return { person, from, to: from + 12 + person.number / 3, kind: "archive", tab: `demo-${person.number}-later` };
  });

/** All visits, in groups in which nobody comes twice. */
export const visits: readonly (readonly Visit[])[] = [live, besides, archive];

/** Those who are there live in this minute, and of them every nth, counted with an offset so that it is not always the same. */
export function everyNth(nth: number, offset: number, minute: number): readonly DemoPerson[] {
  return live
    .filter(({ from, to }) => from <= minute && minute < to)
    .map(({ person }) => person)
    .filter(({ number }) => (number + offset) % nth === 0);
}
