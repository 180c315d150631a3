import { assetAddress } from "../../../http/pages/assets.ts";
import { Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { ListedCaption } from "../../webinars/captions/queries.ts";
import type { Words } from "../../webinars/events/words.ts";
import { gatewayPath } from "./addresses.ts";
import { showMedia } from "./content-media.ts";
import type { ContentMedia, HubContent } from "./content-queries.ts";
import { isTimed } from "./content-types.ts";
import { contentWord } from "./content-words.ts";
import { inLanguage } from "./overview-page.ts";
import type { Hub } from "./queries.ts";

export interface ContentView {
  hub: Hub;
  content: HubContent;
  media: ContentMedia | undefined;
  captions: readonly ListedCaption[];
  opinion: "like" | "dislike" | undefined;
  /** What the visitor has just done. */
  done: string | undefined;
  publicUrl: string;
  words: Words;
}

/** Characters of a comment. */
export const MAX_COMMENT = 2000;

/** One content: to read, watch or open, and to say something about. */
export function contentPage(view: ContentView): string {
  const { hub, content, words } = view;
  const path = gatewayPath(hub.slug, content.contentId);
  const isCounted = isTimed(content.contentType);
  return page({
    title: content.title,
    lang: words.locale,
    ...(content.abstract !== null && { description: content.abstract }),
    brand: { name: hub.title, href: gatewayPath(hub.slug, hub.id) },
    isWide: content.contentType !== "article",
    isIndexed: true,
    ...(isCounted && { scripts: [assetAddress("player.js"), assetAddress("hub-visit.js")] }),
    body: html`<div class="stack loose"${isCounted && html` data-visit="${path}/seconds"`}>
<header class="stack tight">
<p class="eyebrow">${contentWord(content.contentType, words.say)}</p>
<h1${inLanguage(content.languageCode)}>${content.title}</h1>
${content.abstract !== null && html`<p class="lead prose"${inLanguage(content.languageCode)}>${content.abstract}</p>`}
</header>
${show(view, path)}
${feedback(view, path)}
</div>`,
  });
}

function show(view: ContentView, path: string): Html | false {
  const { content, media, captions, words } = view;
  const { say } = words;
  switch (content.contentType) {
    case "article":
      // Sanitised when it was written.
      return html`<article class="rich"${inLanguage(content.languageCode)}>${new Html(content.text ?? "")}</article>`;
    case "webpage":
      return html`<p><a class="button" href="${content.url}" rel="noopener nofollow">${say("hubs:openPage")}</a></p>`;
    case "webcast":
    case "forum":
      return html`<p><a class="button" href="/wcc/r/${content.contentId}/${content.audienceKey}">${say("hubs:toWebinar")}</a></p>`;
    default:
      return media
        ? showMedia({ content, media, captions, words }, path)
        : html`<p class="empty">${say("hubs:notAvailable")}</p>`;
  }
}

function feedback({ opinion, done, content, publicUrl, words: { say } }: ContentView, path: string): Html {
  const opinionButton = (kind: "like" | "dislike") =>
    html`<button class="button second" formaction="${path}/${kind}" aria-pressed="${String(opinion === kind)}">${say(`hubs:feedback.${kind}`)}</button>\n`;
  const address = publicUrl + path;
  return html`<section class="stack" id="feedback" aria-labelledby="feedback-title">
<h2 id="feedback-title">${say("hubs:feedback.heading")}</h2>
${done === "comment" && html`<p class="notice good" role="status">${say("hubs:feedback.thanks")}</p>`}
${
  done === "share" &&
  html`<div class="notice stack tight" role="status"><p>${say("hubs:feedback.address")}</p>
<p class="code">${address}</p>
<p><a href="mailto:?subject=${encodeURIComponent(content.title)}&amp;body=${encodeURIComponent(address)}">${say("hubs:feedback.byMail")}</a></p></div>`
}
<form method="post" class="row">
${opinionButton("like")}${opinionButton("dislike")}<button class="button second" formaction="${path}/share">${say("hubs:feedback.share")}</button>
</form>
<form method="post" action="${path}/comment" class="stack tight">
<div class="field"><label for="comment">${say("hubs:feedback.comment")}</label>
<textarea id="comment" name="text" rows="4" maxlength="${MAX_COMMENT}" required aria-describedby="comment-reader"></textarea>
<p id="comment-reader" class="quiet small">${say("hubs:feedback.whoReads")}</p></div>
<div><button class="button">${say("hubs:feedback.send")}</button></div>
</form>
</section>`;
}
