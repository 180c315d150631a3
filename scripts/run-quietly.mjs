import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program and keeps its output for the caller, who shows it when the program fails.
 * `label` is shown while it runs, on stderr so that a report on stdout stays clean; with `patienceMs` only when it
 * takes longer than that.
 */
export async function runQuietly(command, args, { label, patienceMs = 0, cwd, env = process.env } = {}) {
  const startedAt = Date.now();
  let isLabelled = false;
  const showLabel = () => {
    isLabelled = true;
    process.stderr.write(`${label} ... `);
  };
  const timer = label ? setTimeout(showLabel, patienceMs) : undefined;
  const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const stopPassing = passSignals(child);
  const { code, output } = await collect(child);
  stopPassing();
  clearTimeout(timer);
  const seconds = Math.max(1, Math.round((Date.now() - startedAt) / 1000));
  if (isLabelled) process.stderr.write(code === 0 ? `done in ${seconds} s\n` : "failed\n");
  return { succeeded: code === 0, output };
}

/** Whoever asks us to end means what we wait for, too; answers how to stop that. */
function passSignals(child) {
  const pass = (signal) => {
    child.once("close", () => process.exit(128 + constants.signals[signal]));
    child.kill(signal);
  };
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, pass);
  return () => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.off(signal, pass);
  };
}

function collect(child) {
  let output = "";
  child.stdout.on("data", (part) => (output += part));
  child.stderr.on("data", (part) => (output += part));
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

export function giveUp(message) {
  console.error(message);
  process.exit(1);
}
