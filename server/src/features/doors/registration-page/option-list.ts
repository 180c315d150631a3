import { Html, html } from "../../../http/pages/html.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import { optionsOf } from "../../admission/registration/form/check-person.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import { findCountry, findCountryCode } from "../../base/lookups/countries.ts";
import type { Words } from "../../webinars/events/words.ts";

interface Choice {
  readonly option: string;
  readonly html: string;
}

/** Every visitor gets the same list of countries. */
const kept = keptWith<RegistrationField, readonly Choice[]>();

/** The options of a list, with the one chosen that the value means. */
export function optionList(field: RegistrationField, value: string, { locale }: Words): Html {
  const choices = kept(field, locale, () => write(field, locale));
  // A code, or another spelling of a country, means the name on the list.
  const meant = ((isAnyCountry(field) && findCountry(value)) || value).toLowerCase();
  const mark = (choice: Choice) =>
    meant !== "" && choice.option.toLowerCase() === meant ? choice.html.replace(">", " selected>") : choice.html;
  return new Html(choices.map(mark).join(""));
}

function write(field: RegistrationField, locale: string): readonly Choice[] {
  return choicesOf(field, locale).map(([option, name]) => ({
    option,
    html: html`<option value="${option}">${name}</option>`.text,
  }));
}

/** Each option and how it is shown; a producer's own list keeps its order, the countries of the world stand as the language sorts them. */
function choicesOf(field: RegistrationField, locale: string): (readonly [option: string, name: string])[] {
  const options = optionsOf(field) ?? [];
  if (field.field !== "country") return options.map((option) => [option, option]);
  const nameOf = countryNamesIn(locale);
  const choices = options.map((option) => [option, nameOf(option)] as const);
  const { compare } = new Intl.Collator(locale);
  return isAnyCountry(field) ? choices.sort(([, a], [, b]) => compare(a, b)) : choices;
}

function isAnyCountry({ field, options }: RegistrationField): boolean {
  return field === "country" && options?.length === 0;
}

/** Names of countries as a language writes them; what is stored is the English one of the list. */
function countryNamesIn(locale: string): (name: string) => string {
  if (locale.split("-")[0] === "en") return (name) => name;
  const names = new Intl.DisplayNames([locale], { type: "region" });
  return (name) => {
    const code = findCountryCode(name);
    return (code !== undefined && names.of(code)) || name;
  };
}
