import type { FastifyReply, FastifyRequest } from "fastify";
import { sendPage } from "../../../http/pages/layout.ts";
import { type Problem, problemPage, problems } from "../../../http/pages/problem-page.ts";
import { readFlag } from "../../../http/v2/flags.ts";
import type { Fields } from "../../../http/v2/forms.ts";
import type { Words } from "../../webinars/events/words.ts";
import { embedPage } from "./embed-page.ts";
import type { PageRequest, Shut } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";
import { type PageView, registrationPage } from "./registration-page.ts";
import { queryOf, wordsOf } from "./show-form.ts";

/** Of our own form, and of the one in other sites' frames. */
export const places = ["r", "embed"] as const;
export type Place = (typeof places)[number];

/** A form that somebody sent, and the page that it belongs to. */
export interface Taken {
  readonly place: Place;
  readonly request: PageRequest;
  readonly reply: FastifyReply;
  readonly shown: FormEvent;
  readonly form: Fields;
  readonly words: Words;
}

export function sendForm(reply: FastifyReply, place: Place, shown: FormEvent, view: PageView, status: number) {
  if (place === "embed") return sendPage(reply, embedPage(shown, view), { status, framedBy: shown.event.embedOrigins });
  const showsForeignImages = shown.settings.banner?.startsWith("https:") ?? false;
  return sendPage(reply, registrationPage(shown, view), { status, showsForeignImages });
}

/** Why there is nothing to see, in the visitor's words. */
export function sendShut(request: FastifyRequest, reply: FastifyReply, { problem, event }: Shut, place?: Place) {
  const words = wordsOf(request, { event: event ?? { languageCode: "en", countryCode: null } }, queryOf(request));
  const [heading, text] = saidOf(problem, words);
  const { status } = problem;
  return sendPage(reply, problemPage({ status, heading, text }, words.locale), {
    isSecret: true,
    status,
    ...(place === "embed" && event && { framedBy: event.embedOrigins }),
  });
}

function saidOf(problem: Problem, { say }: Words): readonly [string, string] {
  if (problem === problems.inactive)
    return [say("links:standing.inactive.heading"), say("links:standing.inactive.says")];
  if (problem === problems.deleted)
    return [say("links:standing.deleted-event.heading"), say("links:standing.deleted-event.says")];
  return [say("links:unknown.heading"), say("links:unknown.says")];
}

export function isCookieUnwanted(fields: Fields): boolean {
  return readFlag(fields, "deletecookie", false);
}
