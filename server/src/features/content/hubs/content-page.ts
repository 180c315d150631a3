import { assetAddress } from "../../../http/pages/assets.ts";
import { Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { ListedCaption } from "../../webinars/captions/queries.ts";
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
}

/** Characters of a comment. */
export const MAX_COMMENT = 2000;

/** One content: to read, watch or open, and to say something about. */
export function contentPage(view: ContentView): string {
  const { hub, content } = view;
  const path = gatewayPath(hub.slug, content.contentId);
  const isCounted = isTimed(content.contentType);
  return page({
    title: content.title,
    ...(content.abstract !== null && { description: content.abstract }),
    brand: { name: hub.title, href: gatewayPath(hub.slug, hub.id) },
    isWide: content.contentType !== "article",
    isIndexed: true,
    ...(isCounted && { scripts: [assetAddress("player.js"), assetAddress("hub-visit.js")] }),
    body: html`<div class="stack loose"${isCounted && html` data-visit="${path}/seconds"`}>
<header class="stack tight">
<p class="eyebrow">${contentWord(content.contentType)}</p>
<h1${inLanguage(content.languageCode)}>${content.title}</h1>
${content.abstract !== null && html`<p class="lead prose"${inLanguage(content.languageCode)}>${content.abstract}</p>`}
</header>
${show(view, path)}
${feedback(view, path)}
</div>`,
  });
}

function show(view: ContentView, path: string): Html | false {
  const { content, media } = view;
  switch (content.contentType) {
    case "article":
      // Sanitised when it was written.
      return html`<article class="rich"${inLanguage(content.languageCode)}>${new Html(content.text ?? "")}</article>`;
    case "webpage":
      return html`<p><a class="button" href="${content.url}" rel="noopener nofollow">Open the page</a></p>`;
    case "webcast":
    case "forum":
      return html`<p><a class="button" href="/wcc/r/${content.contentId}/${content.audienceKey}">Go to the webinar</a></p>`;
    default:
      return media
        ? showMedia({ content, media, captions: view.captions }, path)
        : html`<p class="empty">This content is not available.</p>`;
  }
}

function feedback({ opinion, done, content, publicUrl }: ContentView, path: string): Html {
  const opinionButton = (kind: "like" | "dislike", text: string) =>
    html`<button class="button second" formaction="${path}/${kind}" aria-pressed="${String(opinion === kind)}">${text}</button>\n`;
  const address = publicUrl + path;
  return html`<section class="stack" id="feedback" aria-labelledby="feedback-title">
<h2 id="feedback-title">What do you think?</h2>
${done === "comment" && html`<p class="notice good" role="status">Thank you. Your comment has been sent to the publisher.</p>`}
${
  done === "share" &&
  html`<div class="notice stack tight" role="status"><p>Send this address to whoever may like it:</p>
<p class="code">${address}</p>
<p><a href="mailto:?subject=${encodeURIComponent(content.title)}&amp;body=${encodeURIComponent(address)}">Send it by e-mail</a></p></div>`
}
<form method="post" class="row">
${opinionButton("like", "Like")}${opinionButton("dislike", "Dislike")}<button class="button second" formaction="${path}/share">Share</button>
</form>
<form method="post" action="${path}/comment" class="stack tight">
<div class="field"><label for="comment">Comment</label>
<textarea id="comment" name="text" rows="4" maxlength="${MAX_COMMENT}" required aria-describedby="comment-reader"></textarea>
<p id="comment-reader" class="quiet small">Only the publisher reads it.</p></div>
<div><button class="button">Send</button></div>
</form>
</section>`;
}
