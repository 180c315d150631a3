import { useState } from "react";
import { useFoundPart, usePart } from "../../../lib/room/use-room.tsx";
import { useMedia } from "../../../lib/use-media.ts";
import { pollsPart } from "../polls/polls-part.ts";
import { PushedPoll } from "../polls/pushed-poll.tsx";
import { usePushedPoll } from "../polls/use-pushed-poll.ts";
import { Stage } from "../stage/stage.tsx";
import { surveyPart } from "../surveys/survey-part.ts";
import { Dock } from "./dock.tsx";
import { Header } from "./header.tsx";
import { PanelContent } from "./panel-content.tsx";
import { PanelFrame } from "./panel-frame.tsx";
import { PanelGrid } from "./panel-grid.tsx";
import { panelKinds } from "./panel-kinds.tsx";
import { type Panel, POLLS, panelsOf } from "./panels.ts";
import { useArrangement } from "./use-arrangement.ts";
import { useFresh } from "./use-fresh.ts";
import { usePanelName } from "./use-panel-name.ts";
import { widgetsPart } from "./widgets-part.ts";

const WIDE = "(min-width: 60rem) and (min-height: 30rem)";

/** Everything there is of the webinar, as wide or narrow as the window. */
export function Console({ eventId }: { readonly eventId: number }) {
  const polls = useFoundPart(pollsPart)?.polls ?? [];
  const hasSurvey = useFoundPart(surveyPart)?.survey !== undefined;
  const panels = panelsOf(usePart(widgetsPart), { hasPolls: polls.length > 0, hasSurvey });
  const arrangement = useArrangement(eventId, panels);
  const isWide = useMedia(WIDE);
  const [tab, setTab] = useState(panels[0]?.key);
  const open = isWide ? arrangement.open : tab === undefined ? [] : [tab];
  const fresh = useFresh(open);
  const pushed = usePushedPoll();
  const press = (key: string) => (isWide ? arrangement.toggle(key) : setTab(key));
  return (
    <>
      <Header onReset={isWide && arrangement.isOwn ? arrangement.reset : undefined} />
      <main id="content" tabIndex={-1} className={isWide ? "wide" : "narrow"}>
        {isWide ? <PanelGrid {...{ panels, arrangement }} /> : <Narrow panel={panels.find(({ key }) => key === tab)} />}
      </main>
      {pushed && !open.includes(POLLS) && <PushedPoll {...pushed} />}
      <Dock {...{ panels, open, fresh }} onPress={press} />
    </>
  );
}

/** The stage, and below it what was chosen at the foot. */
function Narrow({ panel }: { readonly panel: Panel | undefined }) {
  const nameOf = usePanelName();
  const kind = panel && panelKinds[panel.kind];
  return (
    <>
      <Stage />
      {panel && kind && (
        <PanelFrame key={panel.key} name={nameOf(panel)} icon={kind.icon}>
          <PanelContent panel={panel} />
        </PanelFrame>
      )}
    </>
  );
}
