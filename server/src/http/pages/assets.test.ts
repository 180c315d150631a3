import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../../test/harness.ts";
import { assetAddress } from "./assets.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const get = (url: string, encoding = "identity") =>
  app.app.server.inject({ url, headers: { "accept-encoding": encoding } });

test.each([
  ["lectern.css", "text/css; charset=utf-8"],
  ["lectern.svg", "image/svg+xml"],
  ["slides.js", "text/javascript; charset=utf-8"],
  ["hls.light.min.mjs", "text/javascript; charset=utf-8"],
])("%s is served under the address of its content, to be kept for ever", async (name, mediaType) => {
  const { statusCode, headers, body } = await get(assetAddress(name));
  expect([statusCode, headers["content-type"]]).toEqual([200, mediaType]);
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    vary: "Accept-Encoding",
  });
  const packed = await get(assetAddress(name), "br, gzip");
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(packed.rawPayload).toString()).toBe(body);
});

test("another content's address, and names that are none of ours, are 404", async () => {
  for (const url of ["/assets/0123456789ab/lectern.css", "/assets/0123456789ab/..%2f..%2fpackage.json", "/assets/x/y"])
    expect((await get(url)).statusCode, url).toBe(404);
});
