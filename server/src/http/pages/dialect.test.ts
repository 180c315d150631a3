import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealer } from "../../../test/harness.ts";
import { fail } from "../../errors.ts";
import { many, one } from "../forms.ts";
import { createLimits } from "../limits/limits.ts";
import { registerPages } from "./dialect.ts";
import type { Visit } from "./visit.ts";

let server: FastifyInstance;
beforeAll(async () => {
  server = Fastify();
  const limits = createLimits({ factor: undefined, pool: undefined, sealer, log: server.log });
  await registerPages(server, { publicUrl: "https://lectern.example", limits }, (pages) => {
    const echo = ({ params, query, form, reply }: Visit) => reply.send({ params, query, form });
    pages.get("/secret/:id/:key", (visit) => visit.show(`${visit.params.id} ${visit.params.key}`));
    pages.get("/open", (visit) => visit.show("open", { isOpen: true, showsForeignImages: true }));
    pages.get("/onward", (visit) => visit.leadTo("/open"));
    pages.get("/echo", echo);
    pages.get("/fault", () => {
      throw new Error("a secret of ours");
    });
    pages.get("/refused/:code", (visit) => {
      visit.about = { languageCode: "fr", embedOrigins: ["https://acme.example"] };
      return fail(visit.params.code as "visit.unknown", { eventId: 7 });
    });
    pages.with({ isFramable: true }).get("/framed", (visit) => {
      visit.about = { languageCode: "fr", embedOrigins: ["https://acme.example"] };
      return fail("event.inactive", { eventId: 7 });
    });
    pages.post("/echo", echo);
    pages.with({ formsFrom: "anybody", formBytes: 10 }).post("/anybody", echo);
    pages.with({ formsFrom: "surely-ours" }).post("/surely", echo);
    pages.with({ isBodyRead: false }).post("/raw", ({ request, reply }) => reply.send(request.body));
    pages
      .with({ refuse: (visit, { code }) => visit.reply.status(418).send(code) })
      .get("/own-words", () => fail("visit.unknown"));
  });
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });
const post = (url: string, payload = "", headers: Record<string, string> = {}) =>
  server.inject({
    ...{ method: "POST", url, payload },
    headers: { host: "lectern.example", "content-type": "application/x-www-form-urlencoded", ...headers },
  });

describe("secrecy", () => {
  test("nobody keeps an answer or learns its address, unless it is open", async () => {
    const secret = {
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "x-content-type-options": "nosniff",
    };
    for (const url of ["/secret/1/abc", "/onward", "/echo", "/fault", "/refused/visit.unknown"])
      expect((await get(url)).headers, url).toMatchObject(secret);
    expect((await post("/echo", "a=1", { origin: "https://evil.example" })).headers).toMatchObject(secret);
    const { headers } = await get("/open");
    expect(headers).toMatchObject({
      "cache-control": "no-cache",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["x-robots-tag"]).toBeUndefined();
    expect(headers["content-security-policy"]).toContain("img-src 'self' data: https: http:;");
  });

  test("only sites that are named show a page in a frame, also one that says why there is none", async () => {
    expect((await get("/framed")).headers["content-security-policy"]).toMatch(
      /frame-ancestors 'self' https:\/\/acme\.example$/,
    );
    for (const url of ["/refused/event.inactive", "/secret/1/abc"])
      expect((await get(url)).headers["content-security-policy"]).toMatch(/frame-ancestors 'self'$/);
  });
});

describe("what comes in", () => {
  test("parameters of the path, and of the address as well as it can be read", async () => {
    expect((await get("/secret/1/abc")).body).toBe("1 abc");
    const { query } = (await get("/echo?utm_source=a+b&Q=%C3%BC&q=2&broken=%E4%&nul=a%00b&empty=")).json();
    expect(query).toEqual({ utmsource: "a b", q: ["ü", "2"], broken: "\ufffd%", nul: "ab" });
    expect([one(query, "q"), many(query, "q")]).toEqual(["ü", ["ü", "2"]]);
  });

  test("forms, urlencoded and multipart, by canonical name", async () => {
    expect((await post("/echo", "List-Unsubscribe=One-Click&a=1&a=2&b=")).json().form).toEqual({
      listunsubscribe: "One-Click",
      a: ["1", "2"],
    });
    const multipart = '--x\r\ncontent-disposition: form-data; name="wish"\r\n\r\nall\r\n--x--\r\n';
    const sent = await post("/echo", multipart, { "content-type": "multipart/form-data; boundary=x" });
    expect(sent.json().form).toEqual({ wish: "all" });
    expect((await post("/raw", '{"a":1}', { "content-type": "application/json" })).body).toBe('{"a":1}');
  });

  test.each([
    ["a%00=1", 400],
    ["a=%FF", 400],
    ["a".repeat(70_000), 413],
  ])("a form that is no text, or far too long, is refused on a page: %.10s", async (form, status) => {
    const answer = await post("/echo", form);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([status, "text/html; charset=utf-8"]);
    expect(answer.body).toContain("This request could not be understood");
  });

  test("a page may take less", async () => {
    expect((await post("/anybody", "a=12345678")).statusCode).toBe(200);
    expect((await post("/anybody", "a=123456789")).statusCode).toBe(413);
  });
});

describe("forms of other sites", () => {
  const ours = { origin: "https://lectern.example" };
  const foreign = { origin: "https://evil.example" };
  test.each([
    ["/echo", ours, 200],
    ["/echo", {}, 200],
    ["/echo", { origin: "null" }, 200],
    ["/echo", foreign, 403],
    ["/echo", { ...ours, "sec-fetch-site": "cross-site" }, 403],
    ["/echo", { ...ours, host: "10.0.0.7:3000" }, 200],
    ["/surely", ours, 200],
    ["/surely", { "sec-fetch-site": "same-origin" }, 200],
    ["/surely", {}, 403],
    ["/surely", foreign, 403],
    ["/anybody", foreign, 200],
  ])("%s, sent with %j: %i", async (url, headers: Record<string, string>, status) => {
    const answer = await post(url, "a=1", headers);
    expect(answer.statusCode).toBe(status);
    if (status === 403) expect(answer.body).toContain("That came from another site");
  });
});

describe("why there is nothing to see", () => {
  test.each([
    ["visit.unknown", 404, "This link does not work"],
    ["event.deleted", 410, "This event does not take place"],
    ["event.inactive", 403, "This event is not open"],
  ])("%s", async (code, status, heading) => {
    const { statusCode, body } = await get(`/refused/${code}`, { "accept-language": "en" });
    expect([statusCode, /<h1>(.*)<\/h1>/.exec(body)?.[1]]).toEqual([status, heading]);
  });

  test("is told in the language of the address, else of the browser, else of the event", async () => {
    const languageOf = async (url: string, headers = {}) =>
      /<html lang="(\w+)"/.exec((await get(url, headers)).body)?.[1];
    expect(await languageOf("/refused/visit.unknown?lang=he", { "accept-language": "de" })).toBe("he");
    expect(await languageOf("/refused/visit.unknown", { "accept-language": "de" })).toBe("de");
    expect(await languageOf("/refused/visit.unknown")).toBe("fr");
    expect(await languageOf("/fault")).toBe("en");
  });

  test("keeps our own faults to ourselves, and lets a feature use its own words", async () => {
    const { statusCode, body } = await get("/fault");
    expect([statusCode, body.includes("That did not work"), body.includes("secret")]).toEqual([500, true, false]);
    expect((await get("/own-words")).statusCode).toBe(418);
  });
});
