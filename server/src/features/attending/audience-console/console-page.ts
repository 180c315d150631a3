import { directionOf } from "@lectern/texts/languages";
import { assetAddress } from "../../../http/pages/assets.ts";
import { builtPage } from "../../../http/pages/built-pages.ts";
import { html, moduleScript } from "../../../http/pages/html.ts";
import type { FormEvent } from "../../doors/registration-page/page-event.ts";
import type { Words } from "../../webinars/events/words.ts";

/** From an address like /wcc/console/{id}/{key} to where Lectern begins, which a proxy may put below a path. */
const UP = "../../../";

/** What a browser needs to become the console: its name is there at once, the rest comes with the script. */
export function consolePage({ event, client }: FormEvent, words: Words, ticket: string | undefined): string {
  const { script, styles, preloads } = builtPage("audience", words.languageCode);
  const { title } = event;
  const data = {
    ...{ eventId: event.id, title, titleLanguage: words.eventLocale, clientName: client.name },
    ...(ticket !== undefined && { ticket }),
  };
  return html`<!doctype html>
<html lang="${words.languageCode}" dir="${directionOf(words.languageCode)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="icon" href="${UP}${assetAddress("lectern.svg").slice(1)}">
${styles.map((path) => html`<link rel="stylesheet" href="${UP}${path}">\n`)}${preloads.map((path) => html`<link rel="modulepreload" href="${UP}${path}">\n`)}${moduleScript(`${UP}${script}`)}</head>
<body>
<div id="console" data-console="${JSON.stringify(data)}">
<header class="console-head"><p class="brand"><bdi>${client.name}</bdi></p><h1 dir="auto" lang="${words.eventLocale}">${title}</h1></header>
<main class="connecting"><noscript><p>${words.say("console:needsScript")}</p></noscript></main>
</div>
</body>
</html>
`.text;
}
