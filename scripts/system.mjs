import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { giveUp, runQuietly } from "./run-quietly.mjs";

/** What the tests need besides npm packages; `packages` are Debian's, best first. */
const needs = [
  {
    name: "Chromium",
    /** Tells the tests which program was found. */
    variable: "LECTERN_CHROMIUM",
    programs: [
      "chromium-headless-shell",
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    packages: ["chromium-headless-shell", "chromium"],
  },
  // FFPROBE comes with it.
  { name: "ffmpeg", variable: "FFMPEG", programs: ["ffmpeg"], packages: ["ffmpeg"] },
  {
    name: "LibreOffice",
    variable: "SOFFICE",
    programs: ["soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"],
    packages: ["libreoffice-impress-nogui", "libreoffice-impress"],
  },
  // Debian puts it where only root's PATH looks.
  {
    name: "NATS server",
    variable: "NATS_SERVER",
    programs: ["nats-server", "/usr/sbin/nats-server"],
    packages: ["nats-server"],
  },
];

/** Finds every need, installs what is missing where it can, else says what to install and ends. */
export async function provideSystemNeeds() {
  for (const need of needs) {
    const path = process.env[need.variable] || findProgram(need.programs) || (await installPackage(need));
    if (!path)
      giveUp(`The tests need ${need.name}: install it (on Debian: ${need.packages[0]}) or set ${need.variable}.`);
    process.env[need.variable] = path;
  }
}

function findProgram(programs) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return programs
    .flatMap((program) => (isAbsolute(program) ? [program] : folders.map((folder) => join(folder, program))))
    .find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only as root on Debian and its relatives: nobody else's system is ours to change. */
async function installPackage({ name, packages, programs }) {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update", "-qq"], { label: "Reading the list of system packages", env });
  let complaint = "";
  for (const item of packages) {
    const args = ["install", "-y", "-qq", "--no-install-recommends", item];
    const { succeeded, output } = await runQuietly("apt-get", args, { label: `Installing ${name} (${item})`, env });
    if (succeeded) return findProgram(programs);
    complaint = output;
  }
  return giveUp(complaint);
}

function isDebian() {
  return (
    existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"))
  );
}
