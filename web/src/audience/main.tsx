import "./styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { publicAddress } from "../lib/public-address.ts";
import { reloadWhenOld } from "../lib/reload-when-old.ts";
import { openRoom } from "../lib/room/open-room.ts";
import { RoomProvider } from "../lib/room/use-room.tsx";
import { startTexts } from "../lib/texts/texts.ts";
import { App } from "./app.tsx";
import { type ConsoleData, ConsoleProvider } from "./console-context.ts";
import { callsPart } from "./features/calls-to-action/calls-part.ts";
import { earnedPart } from "./features/certificates/earned-part.ts";
import { chatPart } from "./features/chat/chat-part.ts";
import { ideasPart } from "./features/ideas/ideas-part.ts";
import { widgetsPart } from "./features/layout/widgets-part.ts";
import { phasePart } from "./features/phase/phase-part.ts";
import { pollsPart } from "./features/polls/polls-part.ts";
import { questionsPart } from "./features/questions/questions-part.ts";
import { reactionsPart } from "./features/reactions/reactions-part.ts";
import { openedPart } from "./features/resources/resources-part.ts";
import { signOfLife } from "./features/stage/player-state.ts";
import { stagePart } from "./features/stage/stage-part.ts";
import { surveyPart } from "./features/surveys/survey-part.ts";
import { testsPart } from "./features/tests/tests-part.ts";

const parts = [
  ...[phasePart, widgetsPart, stagePart, questionsPart, pollsPart, chatPart],
  ...[reactionsPart, openedPart, callsPart, surveyPart, testsPart, earnedPart, ideasPart],
];

const place = document.getElementById("console") as HTMLElement;
const data = JSON.parse(place.dataset.console ?? "{}") as ConsoleData;
const address = new URL(publicAddress(`/wcc/room/${data.eventId}`));
if (data.ticket !== undefined) address.searchParams.set("ticket", data.ticket);
if (document.referrer !== "") address.searchParams.set("referrer", document.referrer);

const room = openRoom({ address, parts, signOfLife });
reloadWhenOld(room);
await startTexts(document.documentElement.lang);
createRoot(place).render(
  <StrictMode>
    <ConsoleProvider value={data}>
      <RoomProvider room={room}>
        <App />
      </RoomProvider>
    </ConsoleProvider>
  </StrictMode>,
);
