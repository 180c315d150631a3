import { networks } from "@lectern/wire/widgets";
import { type Act, pickNew, pickOne } from "./act.ts";
import type { Page } from "./page.ts";

// What people do with the widgets of the console.

interface Widget {
  readonly id: number;
  readonly kind: string;
  readonly content: { readonly url?: string; readonly purpose?: string };
  readonly resources?: readonly { readonly id: number }[];
}

interface Test {
  readonly testId: number;
  readonly version: number;
  readonly questions: readonly { readonly answers: readonly string[] }[];
}

/** What following the address of a call to action already brings about, and what a page in a frame has to tell. */
const CONVERTING = ["meeting", "demo", "free-trial", "contact-us", "pricing", "price-quote"];
const TOLD = ["drift", "calendly"];

function widgetsOf({ state }: Page, ...kinds: string[]): readonly Widget[] {
  const { widgets = [] } = (state.widgets ?? {}) as { widgets?: readonly Widget[] };
  return kinds.length === 0 ? widgets : widgets.filter(({ kind }) => kinds.includes(kind));
}

/** Each once: a resource counts once for everybody, however often they open it. */
export const openResource: Act = (doing) => {
  const nameOf = ({ id }: { id: number }) => `resource ${id}`;
  const resources = widgetsOf(doing.page).flatMap((widget) => widget.resources ?? []);
  const resource = pickNew(doing, resources, nameOf);
  return resource && { kind: "resources.open", body: { resourceId: resource.id }, memory: nameOf(resource) };
};

/** Each once, for the same reason. */
export const openWidget: Act = (doing) => {
  const nameOf = ({ id }: Widget) => `widget ${id}`;
  const widget = pickNew(doing, widgetsOf(doing.page), nameOf);
  return widget && { kind: "widgets.open", body: { widgetId: widget.id }, memory: nameOf(widget) };
};

/** As often as they like; what it brings it brings once. */
export const followCallToAction: Act = ({ page, random, memory }) => {
  const widget = pickOne(random, widgetsOf(page, "call-to-action"));
  if (!widget) return undefined;
  const { id, content } = widget;
  const name = `followed ${id}`;
  const converts = content.url !== undefined && CONVERTING.includes(content.purpose ?? "link");
  const conversions = Number(converts && !memory.has(name));
  const adds = () => ({ conversions });
  return { kind: "calls-to-action.click", body: { callToActionId: id }, memory: name, adds };
};

/** Fills in a form, or a page in a frame. */
export const requestByCallToAction: Act = ({ page, random }) => {
  const takes = ({ content: { url, purpose = "" } }: Widget) => url === undefined || TOLD.includes(purpose);
  const widget = pickOne(random, widgetsOf(page, "call-to-action").filter(takes));
  if (!widget) return undefined;
  const body = { callToActionId: widget.id, message: "Please call me." };
  return { kind: "calls-to-action.request", body, adds: () => ({ conversions: 1 }) };
};

export const share: Act = ({ page, random }) => {
  const widget = pickOne(random, widgetsOf(page, "share-this", "twitter"));
  return widget && { kind: "widgets.share", body: { widgetId: widget.id, network: pickOne(random, networks) } };
};

/** Guesses. */
export const takeTest: Act = (doing) => {
  const nameOf = ({ testId }: Test) => `test ${testId}`;
  const { tests = [] } = (doing.page.state.tests ?? {}) as { tests?: readonly Test[] };
  const test = pickNew(doing, tests, nameOf);
  if (!test) return undefined;
  const { testId, version, questions } = test;
  const answers = questions.map((question) => [Math.floor(doing.random.next() * question.answers.length)]);
  const adds = (answer?: object) => ({
    "tests.passed": Number((answer as { isPassed?: boolean } | undefined)?.isPassed ?? true),
  });
  return { kind: "tests.submit", body: { testId, version, answers }, memory: nameOf(test), adds };
};

/** Again until it is earned. */
export const claimCertificate: Act = (doing) => {
  const nameOf = ({ id }: Widget) => `certificate ${id}`;
  const widget = pickNew(doing, widgetsOf(doing.page, "certification"), nameOf);
  return widget && { kind: "certificates.claim", body: { certificationId: widget.id }, memory: nameOf(widget) };
};
