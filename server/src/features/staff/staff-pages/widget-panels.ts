import { type Html, html } from "../../../http/pages/html.ts";
import { writtenText } from "../../../http/pages/written-text.ts";
import type { PollRow } from "../../attending/polls/queries.ts";
import type { ListedQuestion, ListedResource, ListedWidget } from "../../webinars/console/list-console.ts";
import { speakerList } from "../../webinars/console/speaker-list.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";

/** Those that show what stands in the widget itself. */
type Panel = Exclude<ListedWidget["kind"], "media-player" | "slides" | "poll">;
type WidgetOf<Kind extends ListedWidget["kind"]> = Extract<ListedWidget, { kind: Kind }>;

/** What each kind of widget shows to somebody who looks at the console before the audience does. */
const panels: { [Kind in Panel]: (widget: WidgetOf<Kind>) => Html | undefined } = {
  "related-content": ({ resources }) => (resources.length > 0 ? resourceList(resources) : undefined),
  "speaker-bio": ({ speakers }) => (speakers.length > 0 ? speakerList(speakers) : undefined),
  "text-with-banner": ({ content }) => textWithBanner(content),
  survey: ({ questions }) => (questions.length > 0 ? html`${questions.map(questionForm)}` : undefined),
  test: ({ content }) => testQuestions(content),
  "call-to-action": ({ content }) => callToAction(content),
  certification: ({ content }) => certification(content),
  qa: () => later("The audience will ask its questions here, and presenters answer them."),
  "group-chat": () => later("The audience will talk with each other here."),
  "share-idea": () => later("The audience will share ideas here and vote for them."),
  "share-this": () => later("The audience will tell others of the event here."),
  twitter: () => later("The audience will write to others about the event here."),
};

const emptyTexts: Partial<Record<Panel, string>> = {
  "related-content": "No files or links yet.",
  "speaker-bio": "No speakers yet.",
  "text-with-banner": "No text yet.",
  survey: "No questions yet.",
};

export function widgetPanel(widget: Extract<ListedWidget, { kind: Panel }>): Html {
  const draw = panels[widget.kind] as (widget: ListedWidget) => Html | undefined;
  const introduction = "introduction" in widget.content ? widget.content.introduction : undefined;
  const empty = html`<p class="quiet" lang="en" dir="ltr">${emptyTexts[widget.kind]}</p>`;
  return html`${introduction && writtenText(introduction)}${draw(widget) ?? empty}`;
}

function later(text: string): Html {
  return html`<p class="quiet" lang="en" dir="ltr">${text} It opens with the event; this preview shows only its place.</p>`;
}

function resourceList(resources: readonly ListedResource[]): Html {
  return html`<ul class="plain stack tight">${resources.map(
    (
      resource,
    ) => html`<li><a href="${resource.address}" target="_blank" rel="noopener noreferrer" dir="auto">${resource.name}</a>
<span class="quiet small">${describeResource(resource)}</span></li>\n`,
  )}</ul>`;
}

/** `PDF, 1.2 MB`, or where a link leads. */
function describeResource({ address, fileName, byteSize }: ListedResource): string {
  if (fileName === undefined) return URL.canParse(address) ? new URL(address).host : "";
  const extension = /\.(\w{1,5})$/.exec(fileName)?.[1]?.toUpperCase();
  return [extension, byteSize !== undefined && formatBytes(byteSize)].filter(Boolean).join(", ");
}

function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function textWithBanner(content: ContentOf<"text-with-banner">): Html | undefined {
  const { banner } = content;
  const rows = "rows" in content ? content.rows : undefined;
  const text = "text" in content ? content.text : undefined;
  if (!banner && !rows && !text) return undefined;
  const image =
    banner && html`<img class="banner" src="${banner.imageUrl}" alt="${banner.alternativeText ?? ""}" loading="lazy">`;
  const link =
    banner?.linkUrl !== undefined
      ? html`<a href="${banner.linkUrl}" target="_blank" rel="noopener noreferrer"${!banner.alternativeText && html` aria-label="${banner.linkUrl}"`}>${image}</a>`
      : image;
  return html`${link}${text && writtenText(text)}${rows && textTable(rows)}`;
}

function textTable(rows: readonly (readonly string[])[]): Html {
  const line = (cells: readonly string[]) => html`<tr>${cells.map((cell) => html`<td dir="auto">${cell}</td>`)}</tr>\n`;
  return html`<div class="scroller" tabindex="0" role="group"><table><tbody>${rows.map(line)}</tbody></table></div>`;
}

/** All polls of the event: in the room they come one by one. Never which answers are right. */
export function pollPanel(polls: readonly PollRow[]): Html {
  if (polls.length === 0) return html`<p class="quiet" lang="en" dir="ltr">No polls yet.</p>`;
  return html`${polls.map(({ questionId: id, type, question, options }) =>
    questionForm({ id, type, question, answers: options.map(({ answer }) => answer) }),
  )}`;
}

interface Question extends Pick<ListedQuestion, "id" | "question" | "answers"> {
  readonly type: ListedQuestion["type"] | PollRow["type"];
  readonly isRequired?: boolean;
}

/** As it will be, but nobody answers in a preview. */
function questionForm({ id, type, question, answers, isRequired }: Question): Html {
  const name = `question-${id}`;
  const mark = isRequired && html`<span aria-hidden="true"> *</span>`;
  if (type === "singletext")
    return html`<div class="field"><label for="${name}" dir="auto">${question}${mark}</label><textarea id="${name}" disabled></textarea></div>`;
  const kind = type === "multioption" ? "checkbox" : "radio";
  return html`<fieldset disabled><legend dir="auto">${question}${mark}</legend>
${answers.map((answer) => html`<label class="choice" dir="auto"><input type="${kind}" name="${name}"> <span>${answer}</span></label>\n`)}</fieldset>`;
}

/** Never which answers are right: this is what the audience gets. */
function testQuestions({ title, passPercent, questions = [] }: Partial<ContentOf<"test">>): Html {
  const forms = questions.map(({ question, answers }, index) =>
    questionForm({ id: index, type: "singleoption", question, answers: answers.map(({ answer }) => answer) }),
  );
  return html`<p dir="auto"><strong>${title}</strong></p>
<p class="quiet small" lang="en" dir="ltr">Passed with ${passPercent} % right answers.</p>${forms}`;
}

function callToAction(content: Partial<ContentOf<"call-to-action">>): Html {
  const { label, text, imageUrl } = content;
  const address = "url" in content ? content.url : "contactEmail" in content && `mailto:${content.contactEmail}`;
  return html`${imageUrl && html`<img class="banner" src="${imageUrl}" alt="" loading="lazy">`}
${text && writtenText(text)}
<p><a class="button" href="${address}" target="_blank" rel="noopener noreferrer" dir="auto">${label}</a></p>`;
}

function certification(content: Partial<ContentOf<"certification">>): Html {
  const conditions = [
    content.minimumMinutes && `${content.minimumMinutes} minutes watched`,
    content.minimumPollResponses && `${content.minimumPollResponses} polls answered`,
    content.isTestRequired && "the test passed",
    content.isSurveyRequired && "the survey answered",
  ].filter(Boolean) as string[];
  return html`<p dir="auto"><strong>${content.title}</strong></p>${content.text && writtenText(content.text)}
<div class="small quiet" lang="en" dir="ltr">${conditions.length > 0 && html`<p>It takes:</p><ul>${conditions.map((one) => html`<li>${one}</li>`)}</ul>`}
${content.credits !== undefined && html`<p>Credits: ${content.credits}</p>`}</div>`;
}
