import type { ReactNode } from "react";
import type { IconName } from "../../../ui/icon.tsx";
import { CallToAction } from "../calls-to-action/call-to-action.tsx";
import { Certificate } from "../certificates/certificate.tsx";
import { Chat } from "../chat/chat.tsx";
import { Ideas } from "../ideas/ideas.tsx";
import { Polls } from "../polls/polls.tsx";
import { Questions } from "../questions/questions.tsx";
import { Resources } from "../resources/resources.tsx";
import { Share } from "../share/share.tsx";
import { Speakers } from "../speakers/speakers.tsx";
import { Survey } from "../surveys/survey.tsx";
import { Test } from "../tests/test.tsx";
import { TextWithBanner } from "../text/text.tsx";
import type { Widget } from "./widgets-part.ts";

interface PanelKind {
  readonly icon: IconName;
  show(widget: Widget): ReactNode;
  /** Whether there is anything in it; without, it is left out. */
  isFilled?(widget: Widget): boolean;
}

/** What the console shows in a panel of its own, by the kind of widget. */
export const panelKinds: Readonly<Record<string, PanelKind>> = {
  qa: { icon: "question", show: () => <Questions /> },
  poll: { icon: "poll", show: () => <Polls /> },
  "group-chat": { icon: "chat", show: () => <Chat /> },
  "related-content": {
    icon: "file",
    show: (widget) => <Resources widget={widget} />,
    isFilled: ({ resources }) => resources.length > 0,
  },
  "speaker-bio": {
    icon: "people",
    show: (widget) => <Speakers widget={widget} />,
    isFilled: ({ speakers }) => speakers.length > 0,
  },
  "text-with-banner": {
    icon: "text",
    show: (widget) => <TextWithBanner widget={widget} />,
    isFilled: ({ content }) => Boolean(content.text || content.rows || content.banner),
  },
  survey: { icon: "survey", show: (widget) => <Survey widget={widget} /> },
  test: { icon: "check", show: (widget) => <Test widget={widget} /> },
  certification: { icon: "award", show: (widget) => <Certificate widget={widget} /> },
  "share-idea": { icon: "idea", show: () => <Ideas /> },
  "share-this": { icon: "share", show: (widget) => <Share widget={widget} /> },
  "call-to-action": { icon: "megaphone", show: (widget) => <CallToAction widget={widget} /> },
};
