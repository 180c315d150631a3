import { type Html, html } from "../../../http/pages/html.ts";
import { optionsOf } from "../../admission/registration/form/check-person.ts";
import { type FieldName, fieldOf, type Person } from "../../admission/registration/form/fields.ts";
import { isBox } from "../../admission/registration/form/read-values.ts";
import type { RegistrationField } from "../../admission/registration/form/registration-field.ts";
import type { Words } from "../../webinars/events/words.ts";
import { captionOf } from "./captions.ts";
import { optionList } from "./option-list.ts";
import type { Fault } from "./read-form.ts";

export interface Filled {
  readonly given: Person;
  readonly faults: ReadonlyMap<FieldName, Fault>;
}

/** The fields of a page in their order, filled with what is known, each with what is wrong beside it. */
export function formFields(page: readonly RegistrationField[], filled: Filled, words: Words): Html[] {
  return page.map((field) => formField(field, filled, words));
}

/** The id of the control, for whoever points at it. */
export function controlId(name: FieldName): string {
  return `field-${fieldOf(name).wireName}`;
}

function formField(field: RegistrationField, { given, faults }: Filled, words: Words): Html {
  const name = field.field as FieldName;
  const { wireName } = fieldOf(name);
  const value = given[name] ?? "";
  if (field.type === "hidden") return html`<input type="hidden" name="${wireName}" value="${value}">`;
  const fault = faults.get(name);
  const id = controlId(name);
  const parts = { field, id, wireName, value, attributes: attributesOf(field, id, fault) };
  const message = html`<p class="fault" id="${id}-fault" data-fault${!fault && html` hidden`}>${fault && words.say(`form:faults.${fault}`)}</p>`;
  const caption = html`${captionOf(field, words)}${!field.isRequired && html` <span class="quiet small">(${words.say("form:optional")})</span>`}`;
  if (isBox(field.type)) return tickBox(parts, caption, message);
  if (field.type === "multiselect") return tickBoxes(parts, caption, message);
  return html`<div class="field"><label for="${id}">${caption}</label>${control(parts, words)}${message}</div>\n`;
}

interface Parts {
  readonly field: RegistrationField;
  readonly id: string;
  readonly wireName: string;
  readonly value: string;
  readonly attributes: Html;
}

function attributesOf({ field, isRequired, type }: RegistrationField, id: string, fault: Fault | undefined): Html {
  const completion = autocomplete[field];
  // A group of boxes is described as a whole; being required or wrong is an attribute of single controls only.
  if (type === "multiselect") return html` aria-describedby="${id}-fault"`;
  return html`${isRequired && html` required`}${fault && html` aria-invalid="true"`} aria-describedby="${id}-fault"${
    completion && html` autocomplete="${completion}"`
  }`;
}

function control({ field, id, wireName, value, attributes }: Parts, words: Words): Html {
  if (field.type === "textarea")
    return html`<textarea id="${id}" name="${wireName}" dir="auto" rows="4"${attributes}>\n${value}</textarea>`;
  if (field.options === null) return textBox({ field, id, wireName, value, attributes });
  return html`<select id="${id}" name="${wireName}"${attributes}><option value="">${words.say("form:choose")}</option>${optionList(field, value, words)}</select>`;
}

function textBox({ field, id, wireName, value, attributes }: Parts): Html {
  const { type, inputmode } = kinds[field.field] ?? kinds[field.validation] ?? { type: "text" };
  // Addresses and numbers read from left to right in every language.
  const dir = type === "text" ? "auto" : "ltr";
  return html`<input type="${type}" id="${id}" name="${wireName}" value="${value}" dir="${dir}" maxlength="${
    fieldOf(field.field as FieldName).maxLength
  }"${inputmode && html` inputmode="${inputmode}"`}${attributes}>`;
}

const kinds: Readonly<Record<string, { type: string; inputmode?: string }>> = {
  email: { type: "email" },
  workPhone: { type: "tel" },
  homePhone: { type: "tel" },
  phone: { type: "tel" },
  number: { type: "text", inputmode: "numeric" },
};

function tickBox({ id, wireName, value, attributes }: Parts, caption: Html, message: Html): Html {
  const isTicked = value.toUpperCase() === "Y";
  return html`<div class="field"><div class="choice"><input type="checkbox" id="${id}" name="${wireName}" value="Y"${
    isTicked && html` checked`
  }${attributes}><label for="${id}">${caption}</label></div>${message}</div>\n`;
}

function tickBoxes({ field, id, wireName, value, attributes }: Parts, caption: Html, message: Html): Html {
  const chosen = new Set(value.split(",").map((one) => one.trim()));
  const boxes = (optionsOf(field) ?? []).map(
    (option, index) =>
      html`<div class="choice"><input type="checkbox" id="${id}${index > 0 && `-${index}`}" name="${wireName}" value="${option}"${
        chosen.has(option) && html` checked`
      }><label for="${id}${index > 0 && `-${index}`}" dir="auto">${option}</label></div>`,
  );
  return html`<fieldset class="field"${attributes}><legend>${caption}</legend>${boxes}${message}</fieldset>\n`;
}

/** What browsers fill in, by the words of the HTML standard. */
const autocomplete: Readonly<Record<string, string>> = {
  firstName: "given-name",
  lastName: "family-name",
  email: "email",
  company: "organization",
  jobTitle: "organization-title",
  addressStreet1: "address-line1",
  addressStreet2: "address-line2",
  city: "address-level2",
  state: "address-level1",
  zip: "postal-code",
  country: "country-name",
  workPhone: "tel",
  homePhone: "tel",
};
