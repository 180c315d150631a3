import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { fail, type Refusal } from "../../errors.ts";
import { registerMultipart } from "../bodies.ts";
import type { Limits } from "../limits/limits.ts";
import type { LimitName } from "../limits/rules.ts";
import { refusalOf } from "../refusal-of.ts";
import { showProblem } from "./problem-page.ts";
import { readForm } from "./read-form.ts";
import { type ParamsOf, Visit } from "./visit.ts";

export type Handle<Path extends string> = (visit: Visit<ParamsOf<Path>>) => unknown;

/** How a feature's pages differ from the usual. */
export interface PageRules {
  /**
   * Whose forms are taken: "ours" refuses those of which the browser says that another site sent them; "surely-ours" takes
   * only those of which it says that a page of ours did.
   */
  readonly formsFrom: "ours" | "surely-ours" | "anybody";
  readonly formBytes: number;
  /** Whether the handler reads the body itself: it gets its bytes. */
  readonly isBodyRead: boolean;
  /** How often strangers may come, where that is limited; counted before a body is read. */
  readonly limit: LimitName | undefined;
  /** Whether the sites that an event names may show its pages in a frame. */
  readonly isFramable: boolean;
  /** Tells why there is nothing else to see. */
  refuse(visit: Visit, refusal: Refusal): unknown;
}

/** Where features declare their pages: who comes is known, what was sent is read, and what is thrown becomes a page. */
export interface Pages {
  get<Path extends string>(path: Path, handle: Handle<Path>): void;
  post<Path extends string>(path: Path, handle: Handle<Path>): void;
  /** The same for pages with rules of their own. */
  with(rules: Partial<PageRules>): Pages;
}

declare module "fastify" {
  interface FastifyRequest {
    visit: Visit | null;
  }
  interface FastifyContextConfig {
    pageRules?: PageRules;
  }
}

const usual: PageRules = {
  formsFrom: "ours",
  formBytes: 64 * 1024,
  isBodyRead: true,
  limit: undefined,
  isFramable: false,
  refuse: showProblem,
};

/** Serves what browsers open: pages without a session, for whoever has their address. */
export async function registerPages(
  app: FastifyInstance,
  { publicUrl, limits }: { publicUrl: string; limits: Limits },
  define: (pages: Pages) => void,
): Promise<void> {
  await app.register(async (scope) => {
    const visitOf = (request: FastifyRequest, reply: FastifyReply) => {
      request.visit ??= new Visit(request, reply, publicUrl);
      return request.visit;
    };
    scope.decorateRequest("visit", null);
    scope.setErrorHandler((error, request, reply) => {
      const { refuse } = request.routeOptions.config.pageRules ?? usual;
      const refusal = refusalOf(error, request);
      if (refusal.code === "visit.tooMany") reply.header("Retry-After", refusal.params.seconds);
      return refuse(visitOf(request, reply), refusal);
    });
    await readBodies(scope);
    define(pagesOf(scope, usual, { visitOf, limits }));
  });
}

interface Entrance {
  readonly limits: Limits;
  visitOf(request: FastifyRequest, reply: FastifyReply): Visit;
}

function pagesOf(scope: FastifyInstance, rules: PageRules, entrance: Entrance): Pages {
  const { limits, visitOf } = entrance;
  const add = (method: "GET" | "POST", path: string, handle: Handle<string>) =>
    scope.route({
      method,
      url: path,
      schema: { hide: true },
      config: { pageRules: rules },
      bodyLimit: rules.formBytes,
      onRequest: async (request, reply) => {
        const visit = visitOf(request, reply);
        if (method === "POST" && !isTaken(visit, rules)) fail("visit.foreign");
        if (rules.limit && request.method !== "HEAD") await limits.enter(rules.limit, { request });
      },
      handler: async (request, reply) => {
        const visit = visitOf(request, reply);
        if (method === "POST" && rules.isBodyRead) visit.form = await readForm(request);
        return handle(visit);
      },
    });
  return {
    get: (path, handle) => void add("GET", path, handle as Handle<string>),
    post: (path, handle) => void add("POST", path, handle as Handle<string>),
    with: (others) => pagesOf(scope, { ...rules, ...others }, entrance),
  };
}

function isTaken(visit: Visit, { formsFrom }: PageRules): boolean {
  if (formsFrom === "anybody") return true;
  return formsFrom === "ours" ? visit.site !== "foreign" : visit.site === "own";
}

async function readBodies(scope: FastifyInstance): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  await registerMultipart(scope);
}
