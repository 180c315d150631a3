// Holds who may import whom (.dependency-cruiser.mjs), and prints which feature stands on which.
import { cruise } from "dependency-cruiser";
import { configuration } from "../.dependency-cruiser.mjs";

/** Looks at the tree in the folder. Answers a line per feature, and a line per import that may not be. */
export async function inspectFloors(baseDir) {
  const { forbidden, options } = configuration;
  const settings = { ...options, baseDir, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(["server/src"], settings);
  const faults = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  return { graph: drawGraph(output.modules), faults };
}

function drawGraph(modules) {
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    const from = featureOf(source);
    if (from === undefined) continue;
    const known = arrows.get(from) ?? arrows.set(from, new Set()).get(from);
    for (const { resolved } of dependencies) known.add(featureOf(resolved));
  }
  return [...arrows]
    .map(([from, known]) => [from, [...known].filter((to) => to !== undefined && to !== from).sort()])
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([from, known]) => `${from} -> ${known.join(" ") || "nothing"}`);
}

function featureOf(path) {
  return /^server\/src\/features\/([^/]+\/[^/]+)\//.exec(path)?.[1];
}

if (process.argv[1] === import.meta.filename) {
  const { graph, faults } = await inspectFloors(process.cwd());
  console.log(graph.join("\n"));
  if (faults.length > 0) console.error(`\n${faults.join("\n")}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
