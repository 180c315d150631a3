import type { FastifyInstance, FastifyReply } from "fastify";
import type { Refusal } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { type Problem, problemPage, problems } from "../../../http/pages/problem-page.ts";
import { refusalOf } from "../../../http/refusal-of.ts";
import { one } from "../../../http/v2/forms.ts";
import { findGate } from "../../admission/registration/gates/gates.ts";
import { takeSeat } from "../../admission/registration/people/seat-cookie.ts";
import { eventAddresses } from "../../webinars/events/addresses.ts";
import { sealCameFrom } from "./came-from.ts";
import { findSeated } from "./find-seated.ts";
import { lobbyRoutes } from "./lobby-routes.ts";
import { openPage, type PageRequest, type RegistrationPageDeps } from "./open-page.ts";
import { readPrefill } from "./read-form.ts";
import { isCookieUnwanted, type Place, places, sendForm, sendShut } from "./send-form.ts";
import { queryOf, viewOf, wordsOf } from "./show-form.ts";
import { logIn, register, takeForm } from "./take-form.ts";

const hidden = { schema: { hide: true } };
const FORM_BYTES = 64 * 1024;

/** The form, the log-in and the lobby. */
export async function registrationPages(app: FastifyInstance, deps: RegistrationPageDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => {
      const problem = describe(refusalOf(error, request));
      return sendPage(reply, problemPage(problem), { isSecret: true, status: problem.status });
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: FORM_BYTES }, (_request, body, done) =>
      done(null, String(body)),
    );
    for (const place of places) {
      const path = `/wcc/${place}/:id/:key`;
      scope.get(path, hidden, (request, reply) => showForm(deps, place, request as PageRequest, reply));
      for (const [sentTo, handle] of [
        [path, register],
        [`${path}/login`, logIn],
      ] as const)
        scope.post(sentTo, hidden, (request, reply) =>
          takeForm(deps, { place, request: request as PageRequest, reply }, handle),
        );
      // Half an address, as mail programs break them.
      for (const half of [`/wcc/${place}`, `/wcc/${place}/*`])
        scope.get(half, hidden, async (request, reply) => sendShut(request, reply, { problem: problems.unknown }));
    }
    lobbyRoutes(scope, deps);
  });
}

async function showForm(deps: RegistrationPageDeps, place: Place, request: PageRequest, reply: FastifyReply) {
  const shown = await openPage(deps, request.params);
  if ("problem" in shown) return sendShut(request, reply, shown, place);
  const { event } = shown;
  const query = queryOf(request);
  const lang = one(query, "lang");
  if (isCookieUnwanted(query)) takeSeat(reply, deps, event.id);
  else if (place === "r" && (await findSeated(deps, shown, request))) {
    const { lobby } = eventAddresses(event, "");
    const address = lang === undefined ? lobby : `${lobby}?lang=${encodeURIComponent(lang)}`;
    return reply.header("Cache-Control", "no-store").redirect(address, 303);
  }
  const cameFrom = findGate(event, "referrers", "page") && sealCameFrom(deps.sealer, request);
  const sent = cameFrom ? { ...query, camefrom: cameFrom } : query;
  const given = readPrefill(query, event.registrationFields);
  const words = wordsOf(request, shown, query);
  const view = await viewOf(deps, shown, sent, { words, door: place, given, faults: new Map() });
  return sendForm(reply, place, shown, view, 200);
}

function describe({ status, message }: Refusal): Problem {
  const heading = status >= 500 ? "That did not work" : "This request could not be understood";
  return { status, heading, text: message };
}
