import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Settings } from "../src/lib/s3-file-store.ts";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

interface S3rver {
  configureBuckets(): Promise<void>;
  callback(): Listener;
}

const require = createRequire(import.meta.url);
const S3rver = require("s3rver") as new (options: object) => S3rver;

// s3rver enciphers the names of pages with DES, which Node's OpenSSL no longer has: with AES they are as opaque.
type Cipher = (algorithm: string, key: Buffer, iv: Buffer, options?: object) => unknown;
const crypto = require("node:crypto") as Record<string, Cipher>;
for (const name of ["createCipheriv", "createDecipheriv"]) {
  const original = crypto[name] as Cipher;
  const twice = (bytes: Buffer) => Buffer.concat([bytes, bytes]);
  crypto[name] = (algorithm, key, iv, options) =>
    algorithm === "des" ? original("aes-128-cbc", twice(key), twice(iv)) : original(algorithm, key, iv, options);
}

export interface S3Server {
  readonly settings: S3Settings;
  /** Method and address of every request, in order. */
  readonly seen: string[];
  /** Answers a request with the status or the XML it returns, or lets it through to the store. */
  intercept?: ((call: string) => number | string | undefined) | undefined;
  close(): Promise<void>;
}

/** A real S3 server with an empty bucket, behind a door that can fail. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), "lectern-s3-"));
  const store = new S3rver({ directory, silent: true, configureBuckets: [{ name: "webinars" }] });
  await store.configureBuckets();
  const handle = store.callback();
  const server: Server = createServer((request, response) => {
    const call = `${request.method} ${request.url}`;
    s3.seen.push(call);
    const answer = s3.intercept?.(call);
    if (answer === undefined) return handle(request, response);
    // 0 stands for a connection that breaks.
    if (answer === 0) return request.socket.destroy();
    const [status, xml] = typeof answer === "string" ? [200, answer] : [answer, ""];
    request.resume().on("end", () => response.writeHead(status, { "content-type": "application/xml" }).end(xml));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const s3: S3Server = {
    seen: [],
    settings: {
      endpoint: `http://127.0.0.1:${port}/webinars`,
      region: "us-east-1",
      accessKeyId: "S3RVER",
      secretAccessKey: "S3RVER",
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
  return s3;
}
