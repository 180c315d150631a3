import { fail, type Refusal } from "../../../errors.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { isPersonLooking } from "../../content/hubs/visitor.ts";
import type { RegistrationPageDeps } from "../registration-page/open-page.ts";
import { noticeOf, wordsOf } from "../registration-page/show-form.ts";
import { answerVisitor } from "./answer-visitor.ts";
import { findHubPage, openSentEvent } from "./open-sent-event.ts";
import type { Source } from "./payload-names.ts";
import { acceptsPages, asksForJson, readSent, text } from "./read-sent.ts";
import { type DoorVisiting, logIn, register, registerInHub } from "./receive-visitor.ts";
import { refusedPage } from "./refused-page.ts";
import type { Visitor } from "./register-visitor.ts";
import { sendRefusal } from "./send-refusal.ts";

/** Where forms elsewhere send people to. */
interface Receiver {
  readonly path: string;
  readonly source: Source;
  readonly methods: readonly ("get" | "post")[];
  readonly limit: "registration" | "log-in";
  readonly handle: (deps: RegistrationPageDeps, visiting: DoorVisiting) => Promise<Visitor>;
}

const both = ["get", "post"] as const;

const receivers: readonly Receiver[] = [
  { path: "/seamlessreg", source: "unified", methods: both, handle: register, limit: "registration" },
  { path: "/seamlessreg/marketo", source: "marketo", methods: both, handle: register, limit: "registration" },
  { path: "/seamlessreg/hubspot", source: "hubspot", methods: both, handle: register, limit: "registration" },
  { path: "/seamlessreg/eloqua", source: "eloqua", methods: both, handle: register, limit: "registration" },
  { path: "/utilApp/r", source: "webinar", methods: both, handle: register, limit: "registration" },
  {
    ...{ path: "/interface/registration/autoreg/index.html", source: "webinar", methods: ["get"] },
    ...{ handle: register, limit: "registration" },
  },
  { path: "/wcc/autoreg", source: "hub", methods: both, handle: registerInHub, limit: "registration" },
  { path: "/wcc/login", source: "hub", methods: both, handle: logIn, limit: "log-in" },
];

/** The doors that forms elsewhere send people to. */
export function seamlessDoors(pages: Pages, deps: RegistrationPageDeps): void {
  for (const receiver of receivers) {
    const isJsonFirst = receiver.source === "hub";
    const strangers = pages.with({
      formsFrom: "anybody",
      limit: receiver.limit,
      formBytes: 256 * 1024,
      // Webhooks send JSON in shapes of their own.
      isBodyRead: false,
      refuse: (visit, refusal) => sendRefusal(visit, refusal, isJsonFirst && !acceptsPages(visit.request)),
    });
    for (const method of receiver.methods) strangers[method](receiver.path, (visit) => enter(deps, receiver, visit));
  }
}

async function enter(deps: RegistrationPageDeps, receiver: Receiver, visit: Visit) {
  const { request, reply } = visit;
  if (request.method === "HEAD") return reply.status(204).send();
  // Who only prepares for a click, or draws a picture of a link, has not come.
  if (request.method === "GET" && !isPersonLooking(request)) fail("seamless.notOpened");
  const { source } = receiver;
  const sent = await readSent(request, source);
  const shown = await openSentEvent(deps, visit, sent);
  if (source === "hub" && !shown.isHub) fail("seamless.hubUnknown");
  // Looked for first: nobody is registered for an experience that is not there.
  const experienceId = text(sent, "experienceid");
  if (shown.isHub && experienceId !== undefined) await findHubPage(deps, shown, experienceId);
  const isData = source === "hub" || (shown.isHub && !sent.names.has("targeturl"));
  const isJson = asksForJson(request) || (isData && !acceptsPages(request));
  const words = wordsOf(visit, shown, sent.fields);
  const targetName = source === "webinar" ? "lobby" : "targeturl";
  const visiting = { visit, sent, shown, words, isJson, targetName, source } as const;
  await deps.limits.enter(receiver.limit, { eventId: shown.event.id });
  try {
    const visitor = await receiver.handle(deps, visiting);
    return await answerVisitor(deps, visiting, visitor);
  } catch (error) {
    const notice = noticeOf(error, words);
    if (isJson || notice === undefined) throw error;
    return visit.show(refusedPage(shown, words, notice), { status: (error as Refusal).status });
  }
}
