import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { request as sendRequest } from "node:http";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { saveFile, saveFileSet } from "./save-file.ts";

const app = await withApp();
const clientId = (await app.build.client()).id;

async function localFile(content: Buffer | string) {
  const path = join(app.jobContext.config.dataFolder, randomBytes(8).toString("hex"));
  await writeFile(path, content);
  return { path, byteSize: Buffer.byteLength(content) };
}

/** The address of a file. */
async function addressOf(id: number): Promise<string> {
  const { rows } = await app.database.pool.query("select key from files where id = $1", [id]);
  return `/files/${rows[0]?.key}`;
}

async function store(content: Buffer | string, name = "talk.mp4", mediaType = "video/mp4"): Promise<string> {
  const staged = { ...(await localFile(content)), name };
  const id = await saveFile(app.jobContext, { clientId, staged, mediaType }, async (_tx, fileId) => fileId);
  return addressOf(id);
}

async function storeSet(names: string[]): Promise<string> {
  const parts = await Promise.all(names.map(async (name) => ({ name, mediaType: "", ...(await localFile(name)) })));
  const set = { clientId, name: names[0] ?? "", mediaType: "application/vnd.apple.mpegurl", parts };
  return addressOf(await saveFileSet(app.jobContext, set, async (_tx, fileId) => fileId));
}

const get = (url: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
  app.app.server.inject({ method, url, headers });

describe("ranges", () => {
  let url: string;
  beforeAll(async () => {
    url = await store("0123456789");
  });

  test("without one, all of it", async () => {
    const answer = await get(url);
    expect([answer.statusCode, answer.body]).toEqual([200, "0123456789"]);
    expect(answer.headers).toMatchObject({ "content-length": "10", "accept-ranges": "bytes" });
    expect(answer.headers["content-range"]).toBeUndefined();
  });

  test("texts too are sent as they are stored, whatever the client would unpack", async () => {
    const text = "name,company\n".repeat(200);
    const address = await store(text, "people.csv", "text/csv");
    for (const method of ["GET", "HEAD"] as const) {
      const answer = await get(address, { "accept-encoding": "br, gzip" }, method);
      expect(answer.headers).toMatchObject({ "content-length": String(text.length), "accept-ranges": "bytes" });
      expect(answer.headers["content-encoding"]).toBeUndefined();
      expect(answer.headers.etag).toMatch(/^"/);
    }
  });

  test.each([
    ["first", "bytes=0-0", "0", "0-0"],
    ["middle", "bytes=3-5", "345", "3-5"],
    ["open", "bytes=7-", "789", "7-9"],
    ["suffix", "bytes=-2", "89", "8-9"],
    ["suffix longer than the file", "bytes=-50", "0123456789", "0-9"],
    ["beyond the end", "bytes=8-500", "89", "8-9"],
    ["everything, as players begin", "bytes=0-", "0123456789", "0-9"],
  ])("%s", async (_what, range, body, sent) => {
    const answer = await get(url, { range });
    expect([answer.statusCode, answer.body]).toEqual([206, body]);
    expect(answer.headers).toMatchObject({
      "content-range": `bytes ${sent}/10`,
      "content-length": String(body.length),
      "content-type": "video/mp4",
    });
  });

  test.each(["bytes=10-", "bytes=50-60", "bytes=-0"])("%s cannot be satisfied", async (range) => {
    const answer = await get(url, { range });
    expect([answer.statusCode, answer.body]).toEqual([416, ""]);
    expect(answer.headers).toMatchObject({ "content-range": "bytes */10", "cache-control": "no-store" });
  });

  test.each(["bytes=0-1,4-5", "bytes=a-b", "bytes", "items=0-1", "bytes=--1"])("%s gets the whole", async (range) => {
    const answer = await get(url, { range });
    expect([answer.statusCode, answer.body]).toEqual([200, "0123456789"]);
  });

  test("what continues other bytes gets the whole, what continues these goes on", async () => {
    const { etag } = (await get(url)).headers;
    const range = "bytes=8-";
    expect((await get(url, { range, "if-range": String(etag) })).body).toBe("89");
    for (const ifRange of ['"another"', "Mon, 23 Nov 2026 00:00:00 GMT"])
      expect((await get(url, { range, "if-range": ifRange })).statusCode).toBe(200);
  });

  test("of an empty file there is none", async () => {
    const empty = await store("");
    expect([(await get(empty)).statusCode, (await get(empty)).headers["content-length"]]).toEqual([200, "0"]);
    expect((await get(empty, { range: "bytes=0-" })).statusCode).toBe(416);
    expect((await get(empty, { range: "bytes=-5" })).statusCode).toBe(416);
  });
});

test("HEAD tells everything and reads nothing", async () => {
  const url = await store("0123456789");
  const [whole, head] = [await get(url), await get(url, { range: "bytes=2-3" }, "HEAD")];
  expect([head.statusCode, head.body]).toEqual([200, ""]);
  const { "x-request-id": _id, date: _date, ...headers } = whole.headers;
  expect(head.headers).toMatchObject(headers);
  expect((await get(`/files/${"0".repeat(32)}`, {}, "HEAD")).statusCode).toBe(404);
});

test("who has the bytes already is told so, and only for these bytes", async () => {
  const url = await store("x");
  const etag = String((await get(url)).headers.etag);
  for (const known of [etag, `W/${etag}`, `"a", ${etag}`, "*"])
    expect([(await get(url, { "if-none-match": known })).statusCode, known]).toEqual([304, known]);
  expect((await get(url, { "if-none-match": '"a", "b"' })).body).toBe("x");
  expect((await get(`/files/${"0".repeat(32)}`, { "if-none-match": "*" })).statusCode).toBe(404);
});

describe("headers", () => {
  test("let nothing run, and keep a file for ever in one browser only", async () => {
    expect((await get(await store("x"))).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringMatching(/default-src 'none'.*sandbox/),
      "referrer-policy": "no-referrer",
      "cache-control": "private, max-age=31536000, immutable",
    });
  });

  test.each([
    ["talk.mp4", "video/mp4", "inline"],
    ["a.png", "image/png", "inline"],
    ["a.pdf", "application/pdf", "inline"],
    ["a.html", "text/html", "attachment"],
    ["a.svg", "image/svg+xml", "attachment"],
    ["a.xhtml", "application/xhtml+xml", "attachment"],
    ["a.xml", "text/xml", "attachment"],
    ["a.js", "text/javascript", "attachment"],
    ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"],
    ["a.mp4", "video/mp4, text/html", "attachment"],
  ])("%s (%s) is %s", async (name, mediaType, type) => {
    const { headers } = await get(await store("x", name, mediaType));
    expect(headers["content-disposition"]).toMatch(new RegExp(`^${type}; filename="?${name}"?$`));
  });

  test("names keep their letters, and break out of nothing", async () => {
    const disposition = async (name: string) => (await get(await store("x", name))).headers["content-disposition"];
    expect(await disposition("Übung 日本語.mp4")).toContain(
      "filename*=UTF-8''%C3%9Cbung%20%E6%97%A5%E6%9C%AC%E8%AA%9E.mp4",
    );
    expect(await disposition('a";\\x.mp4')).toContain('filename="a\\";\\\\x.mp4"');
  });
});

describe("sets", () => {
  test("are opened by their entry, and their parts are kept by any cache", async () => {
    const url = await storeSet(["index.m3u8", "part-1.m4s"]);
    expect((await get(url)).body).toBe("index.m3u8");
    const part = await get(`${url}/part-1.m4s`, { range: "bytes=5-5" });
    expect([part.statusCode, part.body]).toEqual([206, "1"]);
    expect(part.headers).toMatchObject({
      "content-type": "video/iso.segment",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });

  test.each([
    "part-2.m4s",
    "content",
    "x.html",
    "x.constructor",
    "..%2findex.m3u8",
    "%2e%2e",
    "index.m3u8%00.png",
    "a b.png",
  ])("%s is no part", async (part) => {
    const url = await storeSet(["index.m3u8"]);
    expect((await get(`${url}/${part}`)).statusCode).toBe(404);
  });
});

test.each([
  "0".repeat(32),
  "0".repeat(31),
  "../operator.key",
  "..%2f..%2foperator.key",
  `${"0".repeat(32)}%2f..`,
  "ABCDEF0123456789ABCDEF0123456789",
])("there is nothing at /files/%s", async (key) => {
  const answer = await get(`/files/${key}`);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers["cache-control"]).toBeUndefined();
});

test("what is still arriving is not served, nor what has lost its bytes", async () => {
  const url = await store("x");
  const key = url.split("/")[2] ?? "";
  await app.database.pool.query("update files set state = 'incoming' where key = $1", [key]);
  expect((await get(url)).statusCode).toBe(404);
  await app.database.pool.query("update files set state = 'stored' where key = $1", [key]);
  await app.jobContext.files.removeAll(key);
  const answer = await get(url);
  expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([404, undefined]);
  expect((await get(url, {}, "HEAD")).statusCode).toBe(404);
});

test("who leaves in the middle of a large file leaves the server as it was", async () => {
  const url = await store(randomBytes(5 * 1024 * 1024));
  const address = await app.listen();
  await new Promise((resolve) => {
    const request = sendRequest(`${address}${url}`, (response) => {
      response.once("data", () => request.destroy());
      response.on("error", () => {}).on("close", resolve);
    });
    request.on("error", () => {}).end();
  });
  const again = await fetch(`${address}${url}`, { headers: { connection: "close" } });
  expect((await again.arrayBuffer()).byteLength).toBe(5 * 1024 * 1024);
});
