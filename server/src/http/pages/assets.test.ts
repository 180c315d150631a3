import { expect, test } from "vitest";
import { withApp } from "../../../test/harness.ts";
import { assetAddress } from "./assets.ts";

const app = await withApp();

const get = (url: string) => app.app.server.inject({ url });

test.each([
  ["lectern.css", "text/css; charset=utf-8"],
  ["lectern.svg", "image/svg+xml"],
  ["slides.js", "text/javascript; charset=utf-8"],
  ["hls.light.min.mjs", "text/javascript; charset=utf-8"],
])("%s is served under the address of its content, to be kept for ever", async (name, mediaType) => {
  const { statusCode, headers } = await get(assetAddress(name));
  expect([statusCode, headers["content-type"]]).toEqual([200, mediaType]);
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
});

test("another content's address, and names that are none of ours, are 404", async () => {
  for (const url of ["/assets/0123456789ab/lectern.css", "/assets/0123456789ab/..%2f..%2fpackage.json", "/assets/x/y"])
    expect((await get(url)).statusCode, url).toBe(404);
});
