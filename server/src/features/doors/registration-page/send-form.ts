import type { Visit } from "../../../http/pages/visit.ts";
import { readFlag } from "../../../http/v2/flags.ts";
import type { Fields } from "../../../http/v2/forms.ts";
import type { Words } from "../../webinars/events/words.ts";
import { embedPage } from "./embed-page.ts";
import type { FormEvent } from "./page-event.ts";
import { type PageView, registrationPage } from "./registration-page.ts";

/** Of our own form, and of the one in other sites' frames. */
export const places = ["r", "embed"] as const;
export type Place = (typeof places)[number];

/** A form that somebody sent, and the page that it belongs to. */
export interface Taken {
  readonly place: Place;
  readonly visit: Visit;
  readonly shown: FormEvent;
  readonly words: Words;
}

export function sendForm(visit: Visit, place: Place, shown: FormEvent, view: PageView, status: number) {
  if (place === "embed") return visit.show(embedPage(shown, view), { status, isOpen: true });
  const showsForeignImages = shown.settings.banner?.startsWith("https:") ?? false;
  return visit.show(registrationPage(shown, view), { status, isOpen: true, showsForeignImages });
}

export function isCookieUnwanted(fields: Fields): boolean {
  return readFlag(fields, "deletecookie", false);
}
