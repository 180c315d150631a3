import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb, root, startProgram } from "../lib/program.ts";
import { runLoad } from "../load/run-load.ts";
import type { Contender, Effort, Measurement } from "./contender.ts";
import { REGISTERED_BEFORE, type Sandbox } from "./database.ts";
import type { ContenderId } from "./options.ts";
import { writeOpenApi } from "./peer-openapi.ts";
import { person, writeForm } from "./person.ts";

const cache = join(root, ".cache/bench-peers");

interface Peer {
  readonly id: ContenderId;
  readonly name: string;
  readonly packageName: string;
  readonly version: string;
  readonly path: string;
  readonly expectedStatus: number;
  /** What it is given to serve. */
  readonly document: string;
  arguments(modules: string, documentFile: string, port: number): string[];
}

/** (d) How the public mock of ON24's API stores registrants: a JSON file, written anew for each of them. */
const jsonServer: Peer = {
  id: "d",
  name: "json-server 0.17.4",
  packageName: "json-server",
  version: "0.17.4",
  path: "/registrants",
  expectedStatus: 201,
  get document() {
    const ids = Array.from({ length: REGISTERED_BEFORE }, (_, index) => index + 1);
    return JSON.stringify({ registrants: ids.map((id) => ({ id, email: `before.${id}@example.com`, ...person })) });
  },
  arguments: (modules, file, port) => [
    join(modules, "json-server/lib/cli/bin.js"),
    "--quiet",
    `--port=${port}`,
    "--host=127.0.0.1",
    file,
  ],
};

/** (e) A mock from an OpenAPI document: checks the request, answers the example, stores nothing. */
const prism: Peer = {
  id: "e",
  name: "Prism 5.12.0 (stores nothing)",
  packageName: "@stoplight/prism-cli",
  version: "5.12.0",
  path: "/v2/client/10001/event/1000001/registrant",
  expectedStatus: 200,
  get document() {
    return JSON.stringify(writeOpenApi());
  },
  arguments: (modules, file, port) => [
    join(modules, "@stoplight/prism-cli/dist/index.js"),
    "mock",
    "--verboseLevel=silent",
    `--port=${port}`,
    file,
  ],
};

const peers: Partial<Record<ContenderId, Peer>> = { d: jsonServer, e: prism };

/** Installs a peer outside the workspaces unless it is there; undefined, and a line about it, when it cannot be. */
export async function preparePeer(sandbox: Sandbox, id: ContenderId): Promise<Contender | undefined> {
  const peer = peers[id];
  if (!peer) return undefined;
  try {
    await install(peer);
  } catch (error) {
    const reason = (error as Error).message.trim().split("\n").at(-1);
    console.log(`${peer.name} is left out, it cannot be installed: ${reason}`);
    return undefined;
  }
  return { id, name: peer.name, measure: (effort) => measurePeer(peer, sandbox, effort), stop: async () => {} };
}

async function install({ packageName, version }: Peer): Promise<void> {
  const folder = join(cache, `${packageName.replace("/", "-")}-${version}`);
  if (existsSync(join(folder, "node_modules", packageName, "package.json"))) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "package.json"), '{ "private": true }\n');
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", `${packageName}@${version}`];
  const npm = startProgram(args, { command: "npm", cwd: folder });
  await npm.printed(/added \d+ packages/);
  await npm.stop();
}

/** A peer starts afresh for each measurement: it may have hours of requests queued behind the last one. */
async function measurePeer(peer: Peer, sandbox: Sandbox, effort: Effort): Promise<Measurement> {
  const { packageName, version, path, expectedStatus } = peer;
  const documentFile = join(sandbox.folder, `peer-${peer.id}.json`);
  await writeFile(documentFile, peer.document);
  const modules = join(cache, `${packageName.replace("/", "-")}-${version}`, "node_modules");
  const port = await findPort();
  const program = startProgram(peer.arguments(modules, documentFile, port), { cwd: sandbox.folder });
  try {
    await waitForPort(port);
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
    const request = { host: "127.0.0.1", port, path, headers, body: writeForm("bench") };
    const result = await runLoad({ ...effort, request, expectedStatus, drainSeconds: 0 });
    if (result.errors > 0) console.log(`${peer.name}: ${result.errors} errors, first: ${result.firstError}`);
    return { ...result, residentMb: residentMb(program.pid) };
  } finally {
    await program.stop();
  }
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

async function waitForPort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    const socket = connect({ host: "127.0.0.1", port });
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await sleep(100);
  }
  throw new Error(`nothing listens on port ${port}`);
}
