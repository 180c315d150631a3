import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../test/harness.ts";

let app: TestApp;
let port: number;
beforeAll(async () => {
  app = await startTestApp();
  port = Number(new URL(await app.listen()).port);
});
afterAll(() => app.close());

test.each(["", "200-ok", "100-continue", "nonsense, 100-continue"])(
  "the expectation %j stops nobody",
  async (value) => {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    const body = "email=ann%40example.com";
    socket.write(
      `POST /v2/client/1/event/1/registrant HTTP/1.1\r\nHost: x\r\nConnection: close\r\nExpect: ${value}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(await text(socket)).toMatch(/^(HTTP\/1.1 100 Continue\r\n\r\n)?HTTP\/1.1 401 /);
  },
);
