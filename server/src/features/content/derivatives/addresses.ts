import { slugOf } from "../../../lib/slug.ts";

/** Path of a nurture page below the public address; the key opens it, the title is for people. */
export function nurturePath(contentId: number, key: string, title: string): string {
  return `/wcc/nurture/${contentId}/${key}/${slugOf(title) || "page"}`;
}
