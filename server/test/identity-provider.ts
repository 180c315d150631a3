import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { makeKey } from "../src/features/doors/single-sign-on/providers/make-key.ts";

// Auth0's SAML 2.0 identity provider, on a bare HTTP server; it has no types.

type Middleware = (request: IdpRequest, response: IdpResponse, next: (error?: unknown) => void) => void;
type Options = Record<string, unknown>;
const samlp = createRequire(import.meta.url)("samlp") as Record<
  "auth" | "metadata" | "logout",
  (options: Options) => Middleware
>;

type IdpRequest = IncomingMessage & {
  query: Record<string, string>;
  body: Record<string, string>;
  originalUrl: string;
  protocol: string;
};

type IdpResponse = ServerResponse & {
  set(name: string, value: string): void;
  send(body: string | number, text?: unknown): void;
  redirect(url: string): void;
};

export interface IdpPerson {
  nameId: string;
  nameIdFormat?: string;
  attributes: Record<string, string | string[]>;
}

export interface TestIdp {
  readonly url: string;
  readonly entityId: string;
  readonly metadataUrl: string;
  /** X.509, PEM. */
  readonly certificate: string;
  /** PKCS 8, PEM. */
  readonly privateKey: string;
  /** Who is signed in there. */
  person: IdpPerson;
  /** More options of its answers, such as `signResponse`, `encryptionCert` or `signingCert`. */
  answers: Options;
  /** Who is told when the person signs out there; kept by itself as people sign in. */
  readonly participants: Participant[];
  /** What it last refused, and why. */
  lastError: unknown;
  metadata(): Promise<string>;
  /** Changes its pair of keys. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

interface Participant {
  serviceProviderId: string;
  nameId: string;
  nameIdFormat?: string | undefined;
  sessionIndex: string;
  serviceProviderLogoutURL: string;
  cert: string;
  binding?: string;
}

export interface Relying {
  readonly entityId: string;
  readonly acs: string;
  readonly slo: string;
  /** PEM; requests have to be signed with it. */
  readonly certificate: string;
}

const REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

/** @param relying who may ask; known once the asking side is there. */
export async function startIdp(person: IdpPerson, relying: () => Relying): Promise<TestIdp> {
  let key = await makeKey("Identity provider of the tests", new Date());
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const entityId = `${url}/entity`;
  const idp: TestIdp = {
    url,
    entityId,
    metadataUrl: `${url}/metadata`,
    get certificate() {
      return key.certificate;
    },
    get privateKey() {
      return key.privateKey;
    },
    person,
    answers: {},
    participants: [],
    lastError: undefined,
    metadata: async () => (await fetch(`${url}/metadata`)).text(),
    changeKey: async () => {
      key = await makeKey("Next key", new Date());
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  server.on("request", (request, response) => void answer(idp, relying, request, response));
  return idp;
}

async function answer(idp: TestIdp, relying: () => Relying, plain: IncomingMessage, answered: ServerResponse) {
  const { pathname, searchParams } = new URL(plain.url ?? "/", idp.url);
  const text = (await plain.toArray()).join("");
  const request: IdpRequest = Object.assign(plain, {
    query: Object.fromEntries(searchParams),
    body: Object.fromEntries(new URLSearchParams(text)),
    originalUrl: plain.url ?? "/",
    protocol: "http",
  });
  const response = asExpress(answered);
  const fail = (error?: unknown) => {
    idp.lastError = error;
    response.send(500, "refused");
  };
  try {
    if (pathname === "/metadata") metadataOf(idp)(request, response, fail);
    else if (pathname === "/sso" || pathname === "/start") sso(idp, relying())(request, response, fail);
    else if (pathname === "/slo") slo(idp)(request, response, fail);
    else response.send(404, "");
  } catch (error) {
    fail(error);
  }
}

function asExpress(response: ServerResponse): IdpResponse {
  return Object.assign(response, {
    set: (name: string, value: string) => void response.setHeader(name, value),
    send(body: string | number, text?: unknown) {
      if (typeof body === "number") response.statusCode = body;
      response.end(typeof body === "number" ? String(text ?? "") : body);
    },
    redirect: (url: string) => void response.writeHead(302, { location: url }).end(),
  });
}

function metadataOf(idp: TestIdp): Middleware {
  return samlp.metadata({
    issuer: idp.entityId,
    cert: idp.certificate,
    redirectEndpointPath: "/sso",
    postEndpointPath: "/sso",
    logoutEndpointPaths: { redirect: "/slo" },
  });
}

/** Also for who begins here: then there is no request, and the target is asked for as RelayState. */
function sso(idp: TestIdp, { entityId, acs, slo: logoutUrl, certificate }: Relying): Middleware {
  const sessionIndex = `_${randomUUID()}`;
  const { nameId, nameIdFormat } = idp.person;
  idp.participants.push({
    ...{ serviceProviderId: entityId, nameId, nameIdFormat, sessionIndex },
    ...{ serviceProviderLogoutURL: logoutUrl, cert: certificate, binding: REDIRECT },
  });
  return samlp.auth({
    issuer: idp.entityId,
    cert: idp.certificate,
    key: idp.privateKey,
    audience: entityId,
    recipient: acs,
    destination: acs,
    signingCert: certificate,
    sessionIndex,
    includeAttributeNameFormat: true,
    getPostURL: (_audience: string, _dom: unknown, _request: unknown, done: (error: unknown, url: string) => void) =>
      done(null, acs),
    getUserFromRequest: () => idp.person,
    profileMapper: (one: IdpPerson) => ({
      getClaims: () => one.attributes,
      getNameIdentifier: () => ({ nameIdentifier: one.nameId, nameIdentifierFormat: one.nameIdFormat }),
    }),
    ...idp.answers,
  });
}

function slo(idp: TestIdp): Middleware {
  return samlp.logout({
    issuer: idp.entityId,
    cert: idp.certificate,
    key: idp.privateKey,
    deflate: true,
    protocolBinding: REDIRECT,
    signatureAlgorithm: "rsa-sha256",
    digestAlgorithm: "sha256",
    sessionParticipants: participantsOf(idp.participants),
    store: states,
  });
}

/** The middleware keeps its state between redirects in here; a session cookie would do the same for one browser. */
const kept = new Map<string, object>();
type Done = (error: unknown, result?: unknown) => void;
const states = {
  save(_request: unknown, state: object, done: Done) {
    const handle = randomUUID();
    kept.set(handle, state);
    done(null, handle);
  },
  load: (_request: unknown, handle: string, optionsOrDone: unknown, done?: Done) =>
    (done ?? (optionsOrDone as Done))(null, kept.get(handle)),
  update(_request: unknown, handle: string, state: object, done: Done) {
    kept.set(handle, state);
    done(null);
  },
};

function participantsOf(list: Participant[]) {
  const find = (issuer: string, index: string | string[], nameId: string) =>
    list.findIndex(
      (one) => one.serviceProviderId === issuer && [index].flat().includes(one.sessionIndex) && one.nameId === nameId,
    );
  return {
    get: (issuer: string, index: string | string[], nameId: string, done: Done) =>
      done(null, list[find(issuer, index, nameId)]),
    hasElements: () => list.length > 0,
    getFirst: (done: Done) => done(null, list[0]),
    remove(issuer: string, index: string | string[], nameId: string, done: Done) {
      const found = find(issuer, index, nameId);
      if (found >= 0) list.splice(found, 1);
      done(null);
    },
  };
}
