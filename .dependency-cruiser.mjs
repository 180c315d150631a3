// Who may import whom, types included. `npm run check` holds it and prints the graph (scripts/floors.mjs).

/** From the ground up: a feature imports only features before it. A new feature gets a word here. */
const floors = {
  base: ["changes", "lookups", "accounts", "staff-sessions", "files", "outbox", "status"],
  webinars: ["events", "console", "captions", "slides", "media", "event-emails"],
  content: ["hubs", "derivatives"],
  admission: ["registration", "unsubscriptions"],
  mail: ["compose", "tracking", "send", "mailbox"],
  doors: ["import", "personal-links", "single-sign-on", "registration-page", "seamless"],
  attending: [
    "attendance",
    "presenters",
    "room",
    "widgets",
    "resources",
    "calls-to-action",
    "polls",
    "surveys",
    "ideas",
    "tests",
    "certificates",
    "questions",
    "chat",
    "reactions",
    "presenting",
    "audience-console",
    "check-ins",
  ],
  insight: [
    "analytics",
    "attendees",
    "engagement",
    "scoring",
    "sessions",
    "conversations",
    "certifications",
    "survey-library",
    "counters",
  ],
  staff: ["sign-in", "staff-pages", "demo", "backup", "forget"],
};

const root = "^server/src";
const features = Object.entries(floors).flatMap(([group, names]) => names.map((name) => `${group}/${name}`));

/** What lies below the features: each may import only the layers named beside it, and errors.ts and config.ts. */
const layers = {
  lib: [],
  "media-tools": ["lib"],
  db: ["lib"],
  jobs: ["lib", "db", "media-tools"],
  http: ["lib", "db"],
};

const dialects = `${root}/http/(v2|web|pages|socket)/`;

const ground = "(errors|config)\\.ts$";

const belowFeatures = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer} knows only what is below it`,
  severity: "error",
  from: { path: `${root}/${layer}/` },
  to: { path: root, pathNot: `${root}/((${[layer, ...allowed].join("|")})/|${ground})` },
}));

const upwards = features.slice(0, -1).map((feature, index) => ({
  name: `${feature} knows only features before it`,
  severity: "error",
  from: { path: `${root}/features/${feature}/` },
  to: { path: `${root}/features/(${features.slice(index + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export const configuration = {
  forbidden: [
    ...belowFeatures,
    ...upwards,
    {
      name: "every feature has its place in .dependency-cruiser.mjs",
      severity: "error",
      from: { path: `${root}/features/`, pathNot: `${root}/features/(${features.join("|")})/` },
      to: {},
    },
    {
      name: "nobody uses another feature's endpoints",
      severity: "error",
      from: { path: `${root}/features/([^/]+/[^/]+)/` },
      to: {
        path: `${root}/features/.*/(v2[^/]*|[^/]*routes|[^/]*pages|socket|feature)\\.ts$`,
        pathNot: `${root}/features/$1/`,
      },
    },
    {
      name: "a feature does not know the program around it",
      severity: "error",
      from: { path: `${root}/features/` },
      to: { path: `${root}/((build-)?app\\.ts|services\\.ts|program/)` },
    },
    {
      name: "no dialect knows another: what two of them need stands in http/",
      severity: "error",
      from: { path: dialects },
      to: { path: dialects, pathNot: `${root}/http/$1/` },
    },
    {
      name: "what the dialects share knows none of them; reference.ts describes them",
      severity: "error",
      from: { path: `${root}/http/[^/]+$`, pathNot: `${root}/http/reference.ts$` },
      to: { path: dialects },
    },
    {
      // directory.ts tells what a feature must bring to let the compatible API call.
      name: "only the compatible operations of a feature know their dialect",
      severity: "error",
      from: { path: `${root}/features/`, pathNot: "/(v2[^/]*|feature)\\.ts$" },
      to: { path: `${root}/http/v2/`, pathNot: "/directory\\.ts$" },
    },
    { name: "no circles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    exclude: { path: "\\.test\\.ts$" },
    doNotFollow: { path: "node_modules" },
  },
};
