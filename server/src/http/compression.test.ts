import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { LightMyRequestResponse } from "fastify";
import { describe, expect, test } from "vitest";
import { OPERATOR_KEY, withApp } from "../../test/harness.ts";
import { createVisitor } from "../../test/page-fixture.ts";
import { assetAddress } from "./pages/assets.ts";

const app = await withApp();
const { get } = createVisitor(app);
const { id: clientId } = await app.build.client();
const { id, audienceKey, reportKey } = await app.build.event(clientId);
const pages = { audience: `/wcc/r/${id}/${audienceKey}`, report: `/webcast/report?e=${id}&k=${reportKey}` };

function unpack({ headers, rawPayload }: LightMyRequestResponse): string {
  const encoding = headers["content-encoding"];
  if (encoding === "br") return brotliDecompressSync(rawPayload).toString();
  return (encoding === "gzip" ? gunzipSync(rawPayload) : rawPayload).toString();
}

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0.1, gzip;q=0.8", "gzip"],
  ["br;q=0, gzip;q=0", undefined],
  ["deflate", undefined],
  ["identity", undefined],
  ["", undefined],
])("a page, an asset and an answer come for %j in the encoding %s", async (accepted, encoding) => {
  for (const url of [pages.audience, assetAddress("lectern.css"), "/wcc/embed.js", "/v2/openapi.json", "/metrics"]) {
    const key = { authorization: `Bearer ${OPERATOR_KEY}` };
    const plain = await get(url, key);
    const answer = await get(url, { ...key, "accept-encoding": accepted });
    const { headers, rawPayload } = answer;
    expect([url, headers["content-encoding"], headers.vary]).toEqual([url, encoding, "Accept-Encoding"]);
    expect(Number(headers["content-length"])).toBe(rawPayload.length);
    if (encoding) expect(rawPayload.length).toBeLessThan(plain.rawPayload.length * 0.6);
    if (url !== "/metrics") expect(unpack(answer)).toBe(plain.body);
  }
});

test("the form goes out in a third of its bytes", async () => {
  expect((await get(pages.audience)).rawPayload.length).toBeGreaterThan(15_000);
  expect((await get(pages.audience, { "accept-encoding": "br" })).rawPayload.length).toBeLessThan(6000);
});

describe("lists of the API", () => {
  test("are compressed, streamed or not, as JSON and as XML; what fits into a packet is not", async () => {
    const token = await app.build.token(clientId);
    for (let count = 0; count < 30; count++) await app.build.event(clientId, { title: `Quiet machines ${count}` });
    const ask = (path: string, headers: Record<string, string> = {}) =>
      app.call(token, `GET /client/${clientId}/${path}`, { headers });
    for (const accept of ["application/json", "application/xml"]) {
      const plain = await ask("event", { accept });
      const packed = await ask("event", { accept, "accept-encoding": "gzip" });
      expect([packed.headers["content-encoding"], packed.headers.vary]).toEqual(["gzip", "Accept-Encoding"]);
      expect(unpack(packed)).toBe(plain.body);
    }
    const refused = await ask("event/1", { "accept-encoding": "gzip" });
    expect([refused.statusCode, refused.headers["content-encoding"]]).toEqual([404, undefined]);
  });

  test("more than is compressed at once goes through another thread, with the same result", async () => {
    const plain = await get("/v2/openapi.json");
    expect(plain.rawPayload.length).toBeGreaterThan(64 * 1024);
    for (const encoding of ["br", "gzip"])
      expect(unpack(await get("/v2/openapi.json", { "accept-encoding": encoding }))).toBe(plain.body);
  });
});

test("HEAD tells of the same bytes as GET", async () => {
  for (const url of [pages.audience, assetAddress("lectern.css")])
    for (const accepted of ["br", "gzip", "identity"]) {
      const headers = { "accept-encoding": accepted };
      const head = await app.app.server.inject({ method: "HEAD", url, headers });
      const shown = await get(url, headers);
      for (const name of ["content-encoding", "content-length", "vary", "content-type"])
        expect([url, accepted, name, head.headers[name]]).toEqual([url, accepted, name, shown.headers[name]]);
      expect(head.rawPayload.length).toBe(0);
    }
});

test("what is compressed on its way has a weak ETag, by which it is known again", async () => {
  const url = "/reference/static/swagger-ui.css";
  const plain = await get(url);
  const packed = await get(url, { "accept-encoding": "gzip" });
  expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  expect(packed.headers["accept-ranges"]).toBeUndefined();
  expect(unpack(packed)).toBe(plain.body);
  const etag = String(packed.headers.etag);
  expect(etag).toMatch(/^W\/"/);
  const again = await get(url, { "accept-encoding": "gzip", "if-none-match": etag });
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  const part = await get(url, { "accept-encoding": "gzip", range: "bytes=0-99" });
  expect([part.statusCode, part.headers["content-encoding"], part.rawPayload.length]).toEqual([206, undefined, 100]);
});

describe("what only this browser may see", () => {
  test.each([
    ["cross-site", undefined],
    ["same-site", undefined],
    ["same-origin", "br"],
    ["none", "br"],
  ])("is compressed after a request from %s: %s", async (site, encoding) => {
    const headers = { "accept-encoding": "br", "sec-fetch-site": site };
    const secret = await get(pages.report, headers);
    expect([secret.headers["cache-control"], secret.headers["content-encoding"]]).toEqual(["no-store", encoding]);
    expect((await get(pages.audience, headers)).headers["content-encoding"]).toBe("br");
  });
});
