import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { giveUp, runQuietly } from "./run-quietly.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** What node_modules was installed from; written last, so a broken install has none. */
const stampFile = join(root, "node_modules", ".lectern-install");

const leastNode = [20, 19];

/** Installs the locked packages unless they are there. A development install serves production too. */
export async function install({ development }) {
  requireNode();
  const wanted = {
    lock: createHash("sha256")
      .update(readFileSync(join(root, "package-lock.json")))
      .digest("hex"),
    platform: `${process.platform}-${process.arch}`,
    development,
  };
  if (isInstalled(wanted)) return;
  rmSync(stampFile, { force: true });
  // NODE_ENV=production would leave the development packages out without a word.
  const selection = development ? "--include=dev" : "--omit=dev";
  const [command, ...args] = [...npm(), "ci", selection, "--no-audit", "--no-fund", "--loglevel=error"];
  const { succeeded, output } = await runQuietly(command, args, { label: "Installing packages", cwd: root });
  // After the reason npm prints its whole manual.
  if (!succeeded) giveUp(output.split("\n").slice(0, 20).join("\n"));
  writeFileSync(stampFile, `${JSON.stringify(wanted)}\n`);
}

/** Makes what changed; silent when nothing did. In development it checks the types, too, and gives up when they are wrong. */
export async function build({ development }) {
  await compile();
  if (development) await run("node_modules/tsc/bin/tsc", ["-b"], "Checking types");
  await run("scripts/build-web.mjs", [], "Building pages");
}

/** The JavaScript of all packages, of wrong types as well. */
export async function compile() {
  await run("scripts/compile.mjs", [], "Building");
}

/** A process of its own: the threads of a compiler or bundler end with it. */
async function run(script, args, label) {
  const command = [join(root, script), ...args];
  const { succeeded, output } = await runQuietly(process.execPath, command, { label, patienceMs: 400, cwd: root });
  if (!succeeded) giveUp(output);
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return;
  giveUp(`Lectern needs Node ${leastNode.join(".")} or newer; this is ${process.versions.node}.`);
}

function isInstalled(wanted) {
  if (!existsSync(stampFile)) return false;
  const found = JSON.parse(readFileSync(stampFile, "utf8"));
  return found.lock === wanted.lock && found.platform === wanted.platform && (found.development || !wanted.development);
}

/** The npm that runs us, else the one on the path. */
function npm() {
  const script = process.env.npm_execpath ?? "";
  return script.endsWith("npm-cli.js") && existsSync(script) ? [process.execPath, script] : ["npm"];
}
