import { type Html, html } from "../../../http/pages/html.ts";
import { writtenText } from "../../../http/pages/written-text.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import { type FieldName, fieldOf, type Person } from "../../admission/registration/form/fields.ts";
import type { Words } from "../../webinars/events/words.ts";
import { captionTextOf } from "./captions.ts";
import { controlId, type Filled } from "./form-fields.ts";
import type { FormEvent } from "./page-event.ts";
import { type Fault, tracedFields } from "./read-form.ts";

/** What differs from visit to visit; the rest of a form is the same for all who read one language. */
export interface Filling {
  readonly fields: Html;
  /** Carried on unseen with the form. */
  readonly unseen: Html;
  /** The same with the log-in. */
  readonly carried: Html;
  /** Stands in the log-in. */
  readonly knownEmail: Html;
}

export interface FormView extends Filling, Pick<Filled, "faults"> {
  readonly words: Words;
  /** Where the form is sent to; logging in goes to the same address with /login. */
  readonly action: string;
  readonly isPasswordAsked: boolean;
  readonly isPasswordWrong: boolean;
  readonly isOver: boolean;
  /** False where nobody new is let in: then there is only the log-in. */
  readonly isOpen: boolean;
  /** Said above the form: why the last try did not work, or why there is none. */
  readonly notice?: string | undefined;
  /** What did not work the last time; undefined for whoever has just come. */
  readonly tried?: "form" | "log-in" | undefined;
}

/** The form, with what was wrong on top; works without script. */
export function registrationForm(page: FormEvent, view: FormView): Html {
  const { words, notice, isOpen, tried } = view;
  return html`<section class="card stack registration" id="register" aria-labelledby="register-heading">
<h2 id="register-heading">${words.say("form:register")}</h2>
${notice && html`<p class="notice warn" role="alert" dir="auto"${tried && html` tabindex="-1" autofocus`}>${notice}</p>`}
${isOpen && page.settings.intro && introduction(page, page.settings.intro, words)}
${
  !view.isOver &&
  page.signIns.map(
    ({ name, href }) =>
      html`<a class="button second" href="${href}" target="_top">${words.say("form:signInWith", { name })}</a>`,
  )
}
${isOpen && form(page, view)}
${logIn(view)}
</section>`;
}

/** Making a producer's HTML harmless is costly. */
const kept = keptWith<FormEvent["event"], Html>();

function introduction({ event }: FormEvent, text: string, { eventLocale }: Words): Html {
  return kept(event, "", () => html`<div lang="${eventLocale}">${writtenText(text)}</div>`);
}

function form({ event }: FormEvent, view: FormView): Html {
  const { words, tried } = view;
  const fault = (name: Fault) => words.say(`form:faults.${name}`);
  const page = event.registrationFields;
  return html`${faultList(page, view)}
<form class="stack" method="post" action="${view.action}" data-registration data-missing="${fault("missing")}" data-box="${fault("box")}" data-option="${fault("option")}" data-email="${fault("email")}" data-other="${fault("other")}">
${view.fields}${view.isPasswordAsked && passwordField("password", view, tried === "form")}
${view.unseen}
<div class="trap" aria-hidden="true"><label>Website <input name="website" tabindex="-1" autocomplete="off"></label></div>
<button class="button">${words.say("form:registerButton")}</button>
</form>`;
}

/** What a visit puts into its form beside the fields. */
export function fillingOf(
  { event }: FormEvent,
  given: Person,
  carried: Carried,
  state: LogInState,
): Omit<Filling, "fields"> {
  const page = event.registrationFields;
  const traced = tracedFields.filter((name) => given[name] && !page.some(({ field }) => field === name));
  const hidden = carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return {
    unseen: html`${traced.map((name) => html`<input type="hidden" name="${fieldOf(name).wireName}" value="${given[name]}">`)}${hidden}`,
    carried: html`${hidden}`,
    knownEmail: html`${(!state.isOpen || isLogInAgain(state)) && given.email}`,
  };
}

/** Names and values that go along from page to page unseen. */
export type Carried = readonly (readonly [name: string, value: string])[];

type LogInState = Pick<FormView, "isOpen" | "tried" | "isPasswordWrong">;

/** With the right password the address was not known: then the form is what comes next, with the address in it. */
function isLogInAgain({ tried, isPasswordWrong }: LogInState): boolean {
  return tried === "log-in" && isPasswordWrong;
}

/** Every fault in one place, each leading to its field: for whoever does not see the form as a whole. */
function faultList(page: FormEvent["event"]["registrationFields"], { faults, words }: FormView): Html | undefined {
  if (faults.size === 0) return undefined;
  const items = page.flatMap((field) => {
    const fault = faults.get(field.field as FieldName);
    return fault
      ? [
          html`<li><a href="#${controlId(field.field as FieldName)}">${captionTextOf(field, words)}: ${words.say(`form:faults.${fault}`)}</a></li>`,
        ]
      : [];
  });
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus><p>${words.say("form:checkAnswers")}</p><ul>${items}</ul></div>`;
}

function passwordField(id: string, { words, isPasswordWrong }: FormView, isTried: boolean): Html {
  const isWrong = isPasswordWrong && isTried;
  return html`<div class="field"><label for="${id}">${words.say("form:password")}</label>
<input type="password" id="${id}" name="password" autocomplete="off" required${isWrong && html` aria-invalid="true"`} aria-describedby="${id}-fault">
<p class="fault" id="${id}-fault"${!isWrong && html` hidden`}>${isWrong && words.say("form:faults.password")}</p></div>`;
}

/** For whoever is registered already, in another browser or by somebody else. */
function logIn(view: FormView): Html {
  const { words, isOpen } = view;
  const isAgain = isLogInAgain(view);
  const fields = html`<form class="stack" method="post" action="${view.action}/login">
<p>${words.say("form:knownText")}</p>
<div class="field"><label for="known-email">${words.say("form:email")}</label>
<input type="email" id="known-email" name="email" value="${view.knownEmail}" dir="ltr" autocomplete="email" required></div>
${view.isPasswordAsked && passwordField("known-password", view, isAgain)}${view.carried}
<button class="button second">${words.say("form:logIn")}</button>
</form>`;
  if (!isOpen) return html`<h3>${words.say("form:knownHeading")}</h3>${fields}`;
  return html`<details class="known"${isAgain && html` open`}><summary>${words.say("form:knownHeading")}</summary>${fields}</details>`;
}
