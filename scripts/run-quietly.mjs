import { spawn } from "node:child_process";

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
  const { code, output } = await collect(spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] }));
  clearTimeout(timer);
  const seconds = Math.max(1, Math.round((Date.now() - startedAt) / 1000));
  if (isLabelled) process.stderr.write(code === 0 ? `done in ${seconds} s\n` : "failed\n");
  return { succeeded: code === 0, output };
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
