import { expect, test } from "vitest";
import { besideApp, withApp } from "../../../test/harness.ts";
import { createThrottle } from "./throttle.ts";

const app = await withApp({ throttleFactor: 0.1 });

test("counts per client, operation and minute; refuses with the published words and tells when to come again", async () => {
  const client = await app.build.client();
  const token = await app.build.token(client.id);
  const call = (path: string) => app.call(token, `GET /client/${client.id}${path}`);
  for (const remaining of [2, 1, 0]) {
    const answer = await call("/languages");
    expect([answer.statusCode, answer.headers["ratelimit-limit"], answer.headers["ratelimit-remaining"]]).toEqual([
      200,
      "3",
      String(remaining),
    ]);
  }
  const refused = await call("/languages");
  expect([refused.statusCode, refused.json()]).toEqual([
    403,
    { message: "You reached the maximum number of calls for this endpoint" },
  ]);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await call("")).statusCode).toBe(200);
  const other = await app.build.token((await app.build.client()).id);
  expect((await app.call(other, `GET /client/${other.clientId}/languages`)).statusCode).toBe(200);
});

test("the status is a setting, for clients that wait for a 429", async () => {
  const own = await besideApp({ throttleFactor: 0.01, throttleStatus: 429 });
  const token = await own.build.token((await own.build.client()).id);
  const call = () => own.call(token, `GET /client/${token.clientId}`);
  await call();
  const refused = await call();
  expect([refused.statusCode, refused.json().message]).toEqual([
    429,
    "You have reached the maximum number of calls for this api.",
  ]);
});

test("a minute later the count begins anew", () => {
  let now = 0;
  const throttle = createThrottle(1, () => now);
  const operation = { id: "X.Y", callsPerMinute: 1 } as never;
  expect(throttle.count(1, operation).isExceeded).toBe(false);
  expect(throttle.count(1, operation)).toMatchObject({ isExceeded: true, resetSeconds: 60 });
  now = 60_000;
  expect(throttle.count(1, operation).isExceeded).toBe(false);
});
