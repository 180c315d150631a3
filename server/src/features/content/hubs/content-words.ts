/** What people call content of each type; "Document" and "Webpage" are published, the others follow them. */
const words: Readonly<Record<string, string>> = {
  webcast: "Webcast",
  forum: "Forum",
  video: "Video",
  podcast: "Podcast",
  pdf: "Document",
  image: "Image",
  webpage: "Webpage",
  article: "Article",
};

export function contentWord(contentType: string): string {
  return words[contentType] ?? contentType;
}
