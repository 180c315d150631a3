import { useFoundPart, useStanding } from "../lib/room/use-room.tsx";
import { useSay } from "../lib/texts/texts.ts";
import { useConsole } from "./console-context.ts";
import { ConnectionNotice } from "./features/connection/connection-notice.tsx";
import { Console } from "./features/layout/console.tsx";
import { widgetsPart } from "./features/layout/widgets-part.ts";
import { Closed } from "./features/phase/closed.tsx";

export function App() {
  const { eventId } = useConsole();
  const standing = useStanding();
  const isKnown = useFoundPart(widgetsPart) !== undefined;
  if (standing.kind === "closed") return <Closed reason={standing.reason} />;
  if (!isKnown) return <Connecting />;
  return (
    <>
      <ConnectionNotice />
      <Console eventId={eventId} />
    </>
  );
}

function Connecting() {
  const say = useSay();
  return (
    <main className="connecting" id="content">
      <p role="status">{say("connection.connecting")}</p>
    </main>
  );
}
