import { connect as connectTcp } from "node:net";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { buildApp } from "../src/build-app.ts";
import { createStorage } from "../src/lib/storage.ts";
import { keepFresh } from "../src/program/web.ts";
import { OPERATOR_KEY, sealer, withApp } from "./harness.ts";
import { until } from "./until.ts";

// What real clients do to a server, over a real connection.

const app = await withApp();
const token = await app.build.token((await app.build.client()).id);
const baseUrl = await app.listen();

function credentials(): Record<string, string> {
  return { accessTokenKey: token.key, ACCESSTOKENSECRET: token.secret };
}

/** Sends bytes as they are and answers all that comes back until the server closes. */
async function sendRaw(text: string): Promise<string> {
  const socket = connectTcp(Number(new URL(baseUrl).port), "127.0.0.1");
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer;
}

test("HTTP/1.0 gets an answer with a length, also for a list that is sent in pieces", async () => {
  const event = await app.build.event(token.clientId);
  await app.database.pool.query(
    "insert into registrants (client_id, event_id, email, email_key) select $1, $2, n || '@example.com', n || '@example.com' from generate_series(1, 1200) n",
    [token.clientId, event.id],
  );
  const headers = Object.entries(credentials()).map(([name, value]) => `${name}: ${value}\r\n`);
  const path = `/v2/client/${token.clientId}/event/${event.id}/registrant`;
  const answer = await sendRaw(`GET ${path} HTTP/1.0\r\n${headers.join("")}\r\n`);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toMatch(/200 OK/);
  expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBe(Buffer.byteLength(body));
  expect(JSON.parse(body).registrants).toHaveLength(1200);
});

test("thirty calls at once all succeed; content types on a GET do no harm", async () => {
  const headers = { ...credentials(), "content-type": "application/json", accept: "text/html" };
  const answers = await Promise.all(
    Array.from({ length: 30 }, () =>
      fetch(`${baseUrl}/v2/client/${token.clientId}/event?itemsPerPage=10`, { headers }),
    ),
  );
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  }
  const texts = await Promise.all(answers.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
});

test("credentials in the query never count", async () => {
  const query = new URLSearchParams(credentials()).toString();
  expect((await fetch(`${baseUrl}/v2/client/${token.clientId}?${query}`)).status).toBe(401);
});

test("what one process changes, the others know", async () => {
  const other = await buildApp({
    storage: createStorage({ dataFolder: tmpdir() }),
    database: app.database,
    config: {
      publicUrl: "",
      mailFrom: "",
      throttleFactor: undefined,
      throttleStatus: 403,
      logLevel: "silent",
      trustProxy: false,
    },
    operatorKey: OPERATOR_KEY,
    sealer,
    now: () => new Date(),
  });
  const listener = await keepFresh(app.databaseUrl, other.caches);
  const statusThere = async () =>
    (await other.server.inject({ url: `/v2/client/${token.clientId}/languages`, headers: lowerCased(credentials()) }))
      .statusCode;
  expect(await statusThere()).toBe(200);
  const change = (action: string) =>
    app.app.server.inject({
      method: "POST",
      url: `/api/clients/${token.clientId}/tokens/${token.id}/${action}`,
      headers: { authorization: `Bearer ${OPERATOR_KEY}` },
    });
  await change("disable");
  await until(async () => (await statusThere()) === 401);
  await change("enable");
  await until(async () => (await statusThere()) === 200);
  await listener.close();
});

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
