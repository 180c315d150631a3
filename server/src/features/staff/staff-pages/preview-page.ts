import { directionOf } from "@lectern/texts/languages";
import { readerLanguage } from "@lectern/texts/reader-language";
import { speak } from "@lectern/texts/say";
import { assetAddress } from "../../../http/pages/assets.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import type { PollRow } from "../../attending/polls/queries.ts";
import type { ListedCaption } from "../../webinars/captions/queries.ts";
import type { ListedWidget } from "../../webinars/console/list-console.ts";
import { localeOf } from "../../webinars/events/event-language.ts";
import type { PageEvent } from "../../webinars/events/page-queries.ts";
import type { EventVideo } from "../../webinars/media/queries.ts";
import type { EventSlides } from "../../webinars/slides/queries.ts";
import type { OpenedEvent } from "./for-staff.ts";
import { slideViewer } from "./slide-viewer.ts";
import { staffPage } from "./staff-page.ts";
import { videoPlayer } from "./video-player.ts";
import { pollPanel, widgetPanel } from "./widget-panels.ts";

export interface ConsoleParts {
  readonly widgets: readonly ListedWidget[];
  readonly videos: readonly EventVideo[];
  readonly slides: readonly EventSlides[];
  readonly captions: readonly ListedCaption[];
  readonly polls: readonly PollRow[];
}

/** The console as the audience will see it, for the staff to look at before. */
export function previewPage(opened: OpenedEvent, parts: ConsoleParts, now: Date): string {
  const { event } = opened;
  const inArea = (area: ListedWidget["area"]) =>
    parts.widgets.filter((widget) => widget.area === area).map((widget) => drawWidget(event, widget, parts));
  return staffPage({
    opened,
    now,
    place: "preview",
    scripts: [assetAddress("player.js"), assetAddress("slides.js")],
    body: html`<p class="notice">This is the console as the audience will see it. Nothing you do here is counted or kept.</p>
<div class="console" lang="${localeOf(event)}" dir="${directionOf(event.languageCode)}">
<div class="stack">${inArea("main")}</div>
<div class="stack">${inArea("side")}</div>
</div>`,
  });
}

function drawWidget(event: PageEvent, widget: ListedWidget, parts: ConsoleParts): Html {
  return html`<details class="widget"${widget.isOpen && html` open`}><summary><h2 dir="auto">${widget.name}</h2></summary>
<div class="stack">${drawContent(event, widget, parts)}</div></details>\n`;
}

function drawContent(event: PageEvent, widget: ListedWidget, { videos, slides, captions, polls }: ConsoleParts): Html {
  if (widget.kind === "media-player")
    return videos.length > 0
      ? videoPlayer({ videos, captions, languageCode: event.languageCode })
      : screen("No video is ready yet.");
  if (widget.kind === "slides")
    return (
      slideViewer(widget.name, slides, speak(readerLanguage({ event: event.languageCode }))) ??
      screen("No slides are ready yet.")
    );
  return widget.kind === "poll" ? pollPanel(polls) : widgetPanel(widget);
}

function screen(text: string): Html {
  return html`<p class="screen" lang="en" dir="ltr">${text}</p>`;
}
