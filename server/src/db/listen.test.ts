import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { withApp } from "../../test/harness.ts";
import { until } from "../../test/until.ts";
import { listen, notify } from "./listen.ts";

const app = await withApp();
const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Stands between a listener and the database, and can swallow everything without hanging up. */
async function startWire() {
  // Either an address, or the folder of a socket.
  const { host, port, user, password, database } = new pg.Client(app.databaseUrl);
  const address = host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
  const pairs: Socket[][] = [];
  const wire = createServer((near) => {
    const far = connect(address);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.on("close", () => far.destroy());
    pairs.push([near, far]);
  }).listen(0, "127.0.0.1");
  ends.push(() => wire.close());
  await new Promise((resolve) => wire.once("listening", resolve));
  const { port: wirePort } = wire.address() as AddressInfo;
  return {
    url: `postgres://${user}:${encodeURIComponent(password ?? "")}@127.0.0.1:${wirePort}/${database}`,
    get connections() {
      return pairs.length;
    },
    swallow() {
      for (const [near, far] of pairs) {
        near?.unpipe().resume();
        far?.unpipe().resume();
      }
    },
  };
}

test("a connection that is dead without a word is noticed, opened anew, and told of as a gap", async () => {
  const wire = await startWire();
  const heard: string[] = [];
  let gaps = 0;
  const handlers = { onMessage: { test_channel: (text: string) => heard.push(text) }, onGap: () => gaps++ };
  const listener = await listen(wire.url, handlers, 100);
  ends.push(() => listener.close());
  await notify(app.database.pool, "test_channel", "one");
  await until(() => heard.length === 1);
  expect([wire.connections, gaps]).toEqual([1, 1]);
  wire.swallow();
  await notify(app.database.pool, "test_channel", "lost");
  await until(() => wire.connections > 1 && gaps > 2);
  await until(async () => {
    await notify(app.database.pool, "test_channel", "two");
    return heard.includes("two");
  });
  expect(heard).not.toContain("lost");
});
