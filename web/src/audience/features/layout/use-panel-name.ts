import { useSay } from "../../../lib/texts/texts.ts";
import type { Panel } from "./panels.ts";

/** Names of kinds as new events have them, which nobody chose: these are said in the reader's language. */
const standard = {
  "Q&A": "names.questions",
  "Speaker Bio": "names.speakers",
  "Related Content": "names.resources",
  "Related Content 1": "names.resources",
  Poll: "names.polls",
  "Group Chat": "names.chat",
  "Take Survey": "names.survey",
  "Share Idea": "names.ideas",
  "Share This": "names.share",
  Certification: "names.certificate",
  "Certification 1": "names.certificate",
  Test: "names.test",
  "Test 1": "names.test",
  "Text With Banner 1": "names.text",
} as const;

/** What a panel is called: as its producer named it, or in the reader's language. */
export function usePanelName(): (panel: Pick<Panel, "name" | "kind" | "widget">) => string {
  const say = useSay();
  return ({ name, kind, widget }) => {
    // What one is called to do says more than that one is called.
    if (kind === "call-to-action") return String(widget.content.label ?? name);
    const key = name === "" ? "names.polls" : standard[name as keyof typeof standard];
    return key ? say(key) : name;
  };
}
