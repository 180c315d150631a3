import { readFlag } from "../../../http/flags.ts";
import type { Fields } from "../../../http/forms.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { type KeptPage, keepPage, slot } from "../../../http/pages/kept-page.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import type { FieldName, Person } from "../../admission/registration/form/fields.ts";
import { phaseOf } from "../../webinars/events/event-phase.ts";
import type { Words } from "../../webinars/events/words.ts";
import { embedPage } from "./embed-page.ts";
import { type Filled, formFields } from "./form-fields.ts";
import type { RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";
import type { Place } from "./place.ts";
import { type Carried, type Filling, fillingOf } from "./registration-form.ts";
import { type PageView, registrationPage } from "./registration-page.ts";
import { carriedOf, type Frame, frameOf } from "./show-form.ts";

/** A visit to a form, and the page that it belongs to. */
export interface Taken {
  readonly place: Place;
  readonly visit: Visit;
  readonly shown: FormEvent;
  readonly words: Words;
}

/** What did not work, to be said with the form that is shown again. */
export interface Again extends Filled, Partial<Pick<Frame, "notice" | "tried" | "isPasswordWrong">> {}

/** The form once more, with what was given and what is in the way. */
export function sendAgain(
  deps: RegistrationPageDeps,
  taken: Taken,
  status: number,
  { faults, given, ...again }: Again,
) {
  const { place, visit, shown, words } = taken;
  const frame = frameOf(deps, shown, place, words);
  const told = { ...frame, ...again, notice: again.notice ?? frame.notice };
  const filling = fillingOf(shown, given, carriedOf(visit.form), told);
  const fields = html`${formFields(shown.event.registrationFields, { given, faults }, words)}`;
  return send(taken, draw(place, shown, { ...told, ...filling, fields, faults }), status);
}

interface KeptForm {
  readonly page: KeptPage;
  readonly frame: Frame;
}

const keptForms = keptWith<FormEvent, KeptForm>();
const keptFields = keptWith<FormEvent, Buffer>();
const noFaults: Filled["faults"] = new Map();

const slots: Filling = {
  fields: slot("fields"),
  unseen: slot("unseen"),
  carried: slot("carried"),
  knownEmail: slot("knownEmail"),
};

/** The form for whoever has just come: bytes kept with the event, filled in with what the address tells. */
export function sendForm(deps: RegistrationPageDeps, taken: Taken, given: Person, carried: Carried) {
  const { place, shown, words } = taken;
  const key = `${place} ${words.languageCode} ${phaseOf(shown.event, deps.now())}`;
  const { page, frame } = keptForms(shown, key, () => {
    const made = frameOf(deps, shown, place, words);
    return { frame: made, page: keepPage(draw(place, shown, { ...made, ...slots, faults: noFaults })) };
  });
  const filling = fillingOf(shown, given, carried, frame);
  return send(taken, page({ ...filling, fields: fieldsOf(shown, given, words) }), 200);
}

/** Fields that nothing is known for are the same for all who read the language. */
function fieldsOf(shown: FormEvent, given: Person, words: Words): Html | Buffer {
  const page = shown.event.registrationFields;
  const write = (known: Person) => html`${formFields(page, { given: known, faults: noFaults }, words)}`;
  if (page.some(({ field }) => given[field as FieldName] !== undefined)) return write(given);
  return keptFields(shown, words.languageCode, () => Buffer.from(write({}).text));
}

function draw(place: Place, shown: FormEvent, view: PageView): string {
  return place === "embed" ? embedPage(shown, view) : registrationPage(shown, view);
}

function send({ place, visit, shown: { settings } }: Taken, page: string | Buffer, status: number) {
  const showsForeignImages = place === "r" && (settings.banner?.startsWith("https:") ?? false);
  return visit.show(page, { status, isOpen: true, showsForeignImages });
}

export function isCookieUnwanted(fields: Fields): boolean {
  return readFlag(fields, "deletecookie", false);
}
