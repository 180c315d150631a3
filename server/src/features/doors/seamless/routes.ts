import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fail, type Refusal } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { refusalOf } from "../../../http/refusal-of.ts";
import type { Staging } from "../../../lib/staging.ts";
import { isPersonLooking } from "../../content/hubs/visitor.ts";
import type { RegistrationPageDeps } from "../registration-page/open-page.ts";
import { noticeOf, wordsOf } from "../registration-page/show-form.ts";
import { answerVisitor } from "./answer-visitor.ts";
import { findHubPage, openEvent } from "./open-event.ts";
import type { Source } from "./payload-names.ts";
import { acceptsPages, asksForJson, readSent, text } from "./read-sent.ts";
import { type DoorVisiting, logIn, register, registerInHub } from "./receive-visitor.ts";
import { refusedPage } from "./refused-page.ts";
import type { Visitor } from "./register-visitor.ts";
import { sendRefusal } from "./send-refusal.ts";

export interface SeamlessDeps extends RegistrationPageDeps {
  readonly staging: Staging;
}

interface Door {
  readonly path: string;
  readonly source: Source;
  readonly methods: readonly ("GET" | "POST")[];
  readonly handle: (deps: RegistrationPageDeps, visiting: DoorVisiting) => Promise<Visitor>;
}

const both = ["GET", "POST"] as const;

const doors: readonly Door[] = [
  { path: "/seamlessreg", source: "unified", methods: both, handle: register },
  { path: "/seamlessreg/marketo", source: "marketo", methods: both, handle: register },
  { path: "/seamlessreg/hubspot", source: "hubspot", methods: both, handle: register },
  { path: "/seamlessreg/eloqua", source: "eloqua", methods: both, handle: register },
  { path: "/utilApp/r", source: "webinar", methods: both, handle: register },
  { path: "/interface/registration/autoreg/index.html", source: "webinar", methods: ["GET"], handle: register },
  { path: "/wcc/autoreg", source: "hub", methods: both, handle: registerInHub },
  { path: "/wcc/login", source: "hub", methods: both, handle: logIn },
];

const BODY_BYTES = 256 * 1024;

/** The doors that forms elsewhere send people to. */
export async function seamlessDoors(app: FastifyInstance, deps: SeamlessDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    await scope.register(multipart, { limits: { fieldSize: BODY_BYTES, fields: 200, files: 10, headerPairs: 50 } });
    for (const door of doors) {
      const isJsonFirst = door.source === "hub";
      for (const method of door.methods)
        scope.route({
          method,
          url: door.path,
          schema: { hide: true },
          errorHandler: (error, request, reply) =>
            sendRefusal(request, reply, refusalOf(error, request), isJsonFirst && !acceptsPages(request)),
          handler: (request, reply) => enter(deps, door, request, reply),
        });
    }
  });
}

async function enter(deps: SeamlessDeps, door: Door, request: FastifyRequest, reply: FastifyReply) {
  if (request.method === "HEAD") return reply.header("Cache-Control", "no-store").status(204).send();
  // Who only prepares for a click, or draws a picture of a link, has not come.
  if (request.method === "GET" && !isPersonLooking(request)) fail("seamless.notOpened");
  const { source } = door;
  const sent = await readSent(request, source, deps.staging);
  const shown = await openEvent(deps, sent);
  if (source === "hub" && !shown.isHub) fail("seamless.hubUnknown");
  // Looked for first: nobody is registered for an experience that is not there.
  const experienceId = text(sent, "experienceid");
  if (shown.isHub && experienceId !== undefined) await findHubPage(deps, shown, experienceId);
  const isData = source === "hub" || (shown.isHub && !sent.names.has("targeturl"));
  const isJson = asksForJson(request) || (isData && !acceptsPages(request));
  const words = wordsOf(request, shown, sent.fields);
  const targetName = source === "webinar" ? "lobby" : "targeturl";
  const visiting = { request, reply, sent, shown, words, isJson, targetName, source } as const;
  try {
    return await answerVisitor(deps, visiting, await door.handle(deps, visiting));
  } catch (error) {
    const notice = noticeOf(error, words);
    if (isJson || notice === undefined) throw error;
    return sendPage(reply, refusedPage(shown, words, notice), { isSecret: true, status: (error as Refusal).status });
  }
}
