import type { FastifyInstance, FastifyReply } from "fastify";
import type { Refusal } from "../../errors.ts";
import { sendPage } from "../../http/pages/layout.ts";
import { refusalOf } from "../../http/refusal-of.ts";
import { type Fields, one, oneEmail, parseUrlEncoded } from "../../http/v2/forms.ts";
import { isFromElsewhere } from "../event-pages/is-from-elsewhere.ts";
import { type Problem, problemPage, problems } from "../event-pages/problem-page.ts";
import { eventAddresses } from "../events/addresses.ts";
import { admitPerson } from "../registration/admit-person.ts";
import { checkPassword } from "../registration/check-gates.ts";
import { findGate } from "../registration/gates.ts";
import { findRegistrant } from "../registration/person-queries.ts";
import type { RegistrantStatus } from "../registration/registrant-status.ts";
import { giveSeat, readSeat, takeSeat } from "../registration/seat-cookie.ts";
import { openCameFrom, sealCameFrom } from "./came-from.ts";
import { embeddedDonePage, embedPage } from "./embed-page.ts";
import { lobbyRoutes, sendLobby } from "./lobby-routes.ts";
import { openPage, type PageRequest, type RegistrationPageDeps } from "./open-page.ts";
import type { FormEvent } from "./page-event.ts";
import type { PageWords } from "./page-words.ts";
import { findByAddress } from "./queries.ts";
import { findFaults, readGiven, withUntickedBoxes } from "./read-form.ts";
import { type PageView, registrationPage } from "./registration-page.ts";
import { noticeOf, queryOf, viewOf, wordsOf } from "./show-form.ts";
import { waitingPage } from "./waiting-page.ts";

const hidden = { schema: { hide: true } };
const FORM_BYTES = 64 * 1024;
const noFaults = new Map<never, never>();
/** Of our own form, and of the one in other sites' frames. */
const places = ["r", "embed"] as const;
type Place = (typeof places)[number];

/** The form, the log-in and the lobby. */
export async function registrationPages(app: FastifyInstance, deps: RegistrationPageDeps): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => sendProblem(reply, describe(refusalOf(error, request))));
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "string", bodyLimit: FORM_BYTES }, (_request, body, done) =>
      done(null, String(body)),
    );
    for (const place of places) {
      scope.get(`/wcc/${place}/:id/:key`, hidden, (request, reply) =>
        showForm(deps, place, request as PageRequest, reply),
      );
      scope.post(`/wcc/${place}/:id/:key`, hidden, (request, reply) =>
        register(deps, place, request as PageRequest, reply),
      );
      scope.post(`/wcc/${place}/:id/:key/login`, hidden, (request, reply) =>
        logIn(deps, place, request as PageRequest, reply),
      );
      // Half an address, as mail programs break them.
      for (const path of [`/wcc/${place}`, `/wcc/${place}/*`])
        scope.get(path, hidden, async (_request, reply) => sendProblem(reply, problems.unknown));
    }
    lobbyRoutes(scope, deps);
  });
}

async function showForm(deps: RegistrationPageDeps, place: Place, request: PageRequest, reply: FastifyReply) {
  const shown = await openPage(deps, request.params);
  if ("problem" in shown) return sendProblem(reply, shown.problem);
  const { event } = shown;
  const query = queryOf(request);
  if (isCookieUnwanted(query)) takeSeat(reply, deps, event.id);
  else if (place === "r" && (await hasSeat(deps, event, request)))
    return reply.header("Cache-Control", "no-store").redirect(eventAddresses(event, "").lobby, 303);
  const cameFrom = findGate(event, "referrers", "page") && sealCameFrom(deps.sealer, request);
  const sent = cameFrom ? { ...query, camefrom: cameFrom } : query;
  const given = readGiven(query, event.registrationFields);
  const words = wordsOf(request, shown, query);
  const view = await viewOf(deps, shown, sent, { words, door: place, given, faults: noFaults });
  return sendForm(reply, place, shown, view, 200);
}

async function hasSeat(deps: RegistrationPageDeps, event: FormEvent["event"], request: PageRequest): Promise<boolean> {
  const registrantId = readSeat(request, deps.sealer, event.id);
  if (registrantId === undefined) return false;
  const person = await findRegistrant(deps.db, { clientId: event.clientId, eventId: event.id, registrantId });
  return person?.status === "active" && !person.isBlocked;
}

async function register(deps: RegistrationPageDeps, place: Place, request: PageRequest, reply: FastifyReply) {
  const shown = await openPage(deps, request.params);
  if ("problem" in shown) return sendProblem(reply, shown.problem);
  if (isFromElsewhere(request)) return sendProblem(reply, problems.foreign);
  const { event } = shown;
  const form = parseUrlEncoded(String(request.body ?? ""));
  const words = wordsOf(request, shown, form);
  const given = withUntickedBoxes(readGiven(form, event.registrationFields), event.registrationFields);
  const faults = findFaults(given, event.registrationFields);
  const again = async (status: number, rest: { notice?: string; isPasswordWrong?: boolean } = {}) =>
    sendForm(
      reply,
      place,
      shown,
      await viewOf(deps, shown, form, { words, door: place, given, faults, ...rest }),
      status,
    );
  // A field that nobody sees, and only programs fill in.
  if (one(form, "website") !== undefined) return again(400, { notice: words.texts.faults.other });
  if (faults.size > 0) return again(400);
  const password = one(form, "password");
  const visit = {
    ...visitOf(request, words),
    referrer: openCameFrom(deps.sealer, one(form, "camefrom")) ?? "",
    ...(password !== undefined && { password }),
  };
  try {
    const rules = { isRequiredHonored: true, areOptionsHonored: true };
    const admission = { door: "page" as const, event, given, rules, visit, actor: "page:registration" };
    const admitted = await admitPerson({ db: deps.db, writer: deps.registrantWriter }, admission);
    const isBlocked = admitted.stored?.is_blocked === true;
    return await welcome(deps, place, shown, { ...admitted, isBlocked }, { words, form, reply });
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    const { status, code } = error as Refusal;
    return code === "admission.password" ? again(status, { isPasswordWrong: true, notice }) : again(status, { notice });
  }
}

/** Lets somebody in who is registered already, as the compatible product does: by the address alone, and the password if there is one. */
async function logIn(deps: RegistrationPageDeps, place: Place, request: PageRequest, reply: FastifyReply) {
  const shown = await openPage(deps, request.params);
  if ("problem" in shown) return sendProblem(reply, shown.problem);
  if (isFromElsewhere(request)) return sendProblem(reply, problems.foreign);
  const { event } = shown;
  const form = parseUrlEncoded(String(request.body ?? ""));
  const words = wordsOf(request, shown, form);
  const email = oneEmail(form, "email") ?? "";
  const again = async (status: number, notice: string, isPasswordWrong = false) => {
    const given = { email };
    const view = await viewOf(deps, shown, form, {
      words,
      door: place,
      given,
      faults: noFaults,
      notice,
      isPasswordWrong,
    });
    return sendForm(reply, place, shown, view, status);
  };
  try {
    await checkPassword(event, "page", one(form, "password"));
  } catch (error) {
    const notice = noticeOf(error, words);
    if (notice === undefined) throw error;
    return again((error as Refusal).status, notice, true);
  }
  const person = await findByAddress(deps.db, event.clientId, event.id, email);
  if (!person || person.status === "deleted" || person.status === "forgotten")
    return again(404, words.texts.notRegistered);
  const found = { id: person.id, status: person.status as RegistrantStatus, isBlocked: person.isBlocked };
  return welcome(deps, place, shown, found, { words, form, reply });
}

interface Known {
  readonly id: number;
  readonly status: RegistrantStatus;
  readonly isBlocked: boolean;
}

/** Leads whoever is in to the lobby, and tells everybody else what they wait for. */
async function welcome(
  deps: RegistrationPageDeps,
  place: Place,
  shown: FormEvent,
  person: Known,
  { words, form, reply }: { words: PageWords; form: Fields; reply: FastifyReply },
) {
  const { event } = shown;
  const options = place === "embed" ? { framedBy: event.embedOrigins } : {};
  if (person.status !== "active" || person.isBlocked) {
    const text = waitingPage(shown, words, person.isBlocked ? "blocked" : person.status, place === "embed");
    const isRefused = person.isBlocked || person.status === "denied";
    return sendPage(reply, text, { isSecret: true, status: isRefused ? 403 : 200, ...options });
  }
  const { lobby } = eventAddresses(event, "");
  if (place === "embed") {
    const text = embeddedDonePage(shown, words, deps.sealer, person.id);
    return sendPage(reply, text, { isSecret: true, ...options });
  }
  if (isCookieUnwanted(form)) return sendLobby(deps, reply, shown, words);
  giveSeat(reply, deps, event.id, person.id);
  return reply.header("Cache-Control", "no-store").redirect(`${lobby}?lang=${words.languageCode}`, 303);
}

function visitOf(request: PageRequest, words: PageWords) {
  const userAgent = request.headers["user-agent"];
  return { ipAddress: request.ip, languageCode: words.languageCode, ...(userAgent !== undefined && { userAgent }) };
}

function isCookieUnwanted(fields: Fields): boolean {
  return /^(true|y|yes|1)$/i.test(one(fields, "deletecookie") ?? "");
}

function sendForm(reply: FastifyReply, place: Place, shown: FormEvent, view: PageView, status: number) {
  const isForeignPicture = shown.settings.banner?.startsWith("https:") ?? false;
  if (place === "r")
    return sendPage(reply, registrationPage(shown, view), { status, showsForeignImages: isForeignPicture });
  return sendPage(reply, embedPage(shown, view), { status, framedBy: shown.event.embedOrigins });
}

function sendProblem(reply: FastifyReply, problem: Problem) {
  return sendPage(reply, problemPage(problem), { isSecret: true, status: problem.status });
}

function describe({ status, message }: Refusal): Problem {
  const heading = status >= 500 ? "That did not work" : "This request could not be understood";
  return { status, heading, text: message };
}
