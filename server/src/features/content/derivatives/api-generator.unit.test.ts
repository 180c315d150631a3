import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApiGenerator } from "./api-generator.ts";

// Against a real HTTP server that speaks the chat-completions shape.

interface Asked {
  path: string;
  authorization: string | undefined;
  body: { model: string; messages: { role: string; content: string }[] };
}

let server: Server;
let url: string;
let asked: Asked[];
/** What it answers, one after the other; the last one from then on. */
let answers: { status?: number; content?: unknown; raw?: string; location?: string }[];

beforeEach(async () => {
  asked = [];
  server = createServer(async (request: IncomingMessage, response) => {
    const body = JSON.parse(await text(request)) as Asked["body"];
    asked.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
    const { status = 200, content, raw, location } = answers[Math.min(asked.length, answers.length) - 1] ?? {};
    response.writeHead(status, { "content-type": "application/json", ...(location && { location }) });
    response.end(raw ?? JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

const transcript = {
  languageCode: "en",
  cues: [{ startSeconds: 0, endSeconds: 4, text: "Compressors use most of the electricity." }],
};
const event = { title: "Cold storage", abstract: "Saving energy" };
const generator = (key?: string) => createApiGenerator({ url, key, model: "small" }, { limitMs: 2_000, pauseMs: 1 });

test("asks with the key, the model and the transcript, and takes title and text out of the answer", async () => {
  answers = [{ content: "```html\n<h1>Cool &amp; <em>cheap</em></h1>\n<ul><li>Save.</li></ul>\n```" }];
  const made = await generator("sk-secret").generate("key-takeaways", transcript, event);
  expect(made).toEqual({ title: "Cool & cheap", html: "\n<ul><li>Save.</li></ul>" });
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({ path: "/v1/chat/completions", authorization: "Bearer sk-secret" });
  expect(asked[0]?.body.model).toBe("small");
  const said = asked[0]?.body.messages.map(({ content }) => content).join("\n") ?? "";
  for (const part of ["Compressors use most", "Cold storage", "Saving energy", "takeaways"])
    expect(said).toContain(part);
});

test("does without a key, and keeps the webinar's title when the answer has none", async () => {
  answers = [{ content: "<p>Text</p>" }];
  expect(await generator().generate("blog-post", transcript, event)).toEqual({
    title: "Cold storage",
    html: "<p>Text</p>",
  });
  expect(asked[0]?.authorization).toBeUndefined();
});

test("asks again when the endpoint is busy, broken or speechless", async () => {
  answers = [{ status: 429 }, { content: "" }, { content: "<p>Third time</p>" }];
  expect((await generator().generate("ebook", transcript, event)).html).toBe("<p>Third time</p>");
  expect(asked).toHaveLength(3);
});

test("gives up after three times, and at once where asking again is of no use", async () => {
  answers = [{ status: 503 }];
  await expect(generator().generate("ebook", transcript, event)).rejects.toThrow("answered with status 503");
  expect(asked).toHaveLength(3);
  asked.length = 0;
  answers = [{ status: 401 }];
  await expect(generator("sk-secret").generate("ebook", transcript, event)).rejects.toThrow("answered with status 401");
  expect(asked).toHaveLength(1);
});

test("sends its key nowhere else, and says nothing of it when something is wrong", async () => {
  answers = [{ status: 307, location: "http://127.0.0.1:9/elsewhere" }];
  const fault = await generator("sk-secret")
    .generate("ebook", transcript, event)
    .catch((error: unknown) => error);
  expect(JSON.stringify(fault, Object.getOwnPropertyNames(fault))).not.toContain("sk-secret");
  answers = [{ raw: "not JSON" }];
  await expect(generator("sk-secret").generate("ebook", transcript, event)).rejects.toThrow("could not be reached");
});

test("needs no endpoint for the transcript itself", async () => {
  const { html } = await generator().generate("transcript", transcript, event);
  expect(html).toBe("<p><strong>0:00</strong> Compressors use most of the electricity.</p>");
  expect(asked).toHaveLength(0);
});
