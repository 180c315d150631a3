import type { Feature } from "../../../feature.ts";

export const presenters = { name: "presenters" } satisfies Feature;
