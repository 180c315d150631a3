import type { Say } from "@lectern/texts/say";
import { publishable } from "./content-types.ts";

/** What a page calls content of a type. */
export function contentWord(contentType: string, say: Say): string {
  const type = publishable.find((one) => one === contentType);
  return type ? say(`hubs:types.${type}`) : contentType;
}

/** What the compatible API calls it; "Document" and "Webpage" are published, the others follow them. */
const published: Readonly<Record<string, string>> = {
  webcast: "Webcast",
  forum: "Forum",
  video: "Video",
  podcast: "Podcast",
  pdf: "Document",
  image: "Image",
  webpage: "Webpage",
  article: "Article",
};

export function publishedWord(contentType: string): string {
  return published[contentType] ?? contentType;
}
