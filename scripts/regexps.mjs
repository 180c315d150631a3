// Holds that no regular expression takes more than its share of time: none whose work grows faster than what it reads.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync } from "@swc/core";
import { checkSync } from "recheck";

// Its other engines are programs that have to be started; the answers are the same.
process.env.RECHECK_BACKEND = "pure";

/** Written anew when recheck changes, by hand or by npm. */
const cacheFile = ".cache/linear-regexps.json";
const PATIENCE_MS = 120_000;

/** Sources that run where strangers' text comes in; tests and tools read their own. */
const isSource = (path) =>
  /^(contract|server\/(src|browser)|sdk|cli|texts|wire|web)\/.*\.(ts|tsx|js)$/.test(path) &&
  !/(^|\/)(node_modules|dist|vendor|test|generated)\/|\.test\.ts$/.test(path);

/** Looks at the tree in the folder. Answers a line per expression that is not linear, or that cannot be told. */
export function inspectRegexps(folder) {
  const known = readKnown(join(folder, cacheFile));
  const faults = [];
  for (const path of readdirSync(folder, { recursive: true }).filter(isSource).sort()) {
    const text = readFileSync(join(folder, path), "utf8");
    for (const { pattern, flags, source } of findRegexps(text, path)) {
      const fault = known.has(`/${pattern}/${flags}`) ? undefined : faultOf(pattern, flags);
      if (fault === undefined) known.add(`/${pattern}/${flags}`);
      else faults.push(`${path}:${lineOf(text, source)} /${pattern}/${flags} ${fault}`);
    }
    faults.push(...findUnexplained(text).map((line) => `${path}:${line} is built; say above it why it is linear`));
  }
  mkdirSync(dirname(join(folder, cacheFile)), { recursive: true });
  writeFileSync(join(folder, cacheFile), JSON.stringify([...known], null, 1));
  return faults;
}

function faultOf(pattern, flags, triesLeft = 2) {
  const { status, checker, complexity, attack } = checkSync(pattern, flags, { timeout: PATIENCE_MS });
  if (status === "safe") return undefined;
  // What cannot be proved is tried out against the clock, and a busy machine has looked like a slow expression.
  if (checker === "fuzz" && triesLeft > 0) return faultOf(pattern, flags, triesLeft - 1);
  return status === "unknown" ? "cannot be told" : `is ${complexity.summary}: ${attack.pattern}`;
}

/** Literals, and the patterns of schemas. */
function findRegexps(text, path) {
  const found = [];
  const visit = (node) => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (node === null || typeof node !== "object" || Array.isArray(node)) return;
    if (node.type === "RegExpLiteral") {
      const { pattern, flags } = node;
      found.push({ pattern, flags, source: `/${pattern}/${flags}` });
    }
    const isPattern = node.type === "KeyValueProperty" && node.key.value === "pattern";
    // By its source: the parser's own value has its escapes escaped.
    if (isPattern && node.value.type === "StringLiteral") {
      const { raw } = node.value;
      found.push({ pattern: JSON.parse(raw), flags: "u", source: raw });
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(text, { syntax: "typescript", tsx: path.endsWith("x") }).body);
  return found;
}

/** Lines on which an expression is built from parts without a comment above that begins with "Linear:". */
function findUnexplained(text) {
  const lines = text.split("\n");
  return lines.flatMap((line, at) =>
    line.includes("new RegExp(") && !lines[at - 1]?.includes("// Linear: ") ? [at + 1] : [],
  );
}

const lineOf = (text, source) => text.slice(0, Math.max(text.indexOf(source), 0)).split("\n").length;

function readKnown(file) {
  try {
    return new Set(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return new Set();
  }
}

if (process.argv[1] === import.meta.filename) {
  const faults = inspectRegexps(process.cwd());
  if (faults.length > 0) console.error(faults.join("\n"));
  process.exitCode = faults.length > 0 ? 1 : 0;
}
