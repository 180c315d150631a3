import { useEffect } from "react";
import { useMention } from "../../../lib/room/use-room.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import { panelKinds } from "./panel-kinds.tsx";
import type { Panel } from "./panels.ts";

/** What a panel shows, below what its producer says of it; that it was opened is counted. */
export function PanelContent({ panel }: { readonly panel: Panel }) {
  const { widget, isOpen, kind } = panel;
  const mention = useMention();
  const { introduction } = widget.content as { readonly introduction?: string };
  useEffect(() => {
    // What is open from the start is not opened by anybody.
    if (!isOpen && widget.id > 0) mention("widgets.open", { widgetId: widget.id });
    if (kind === "group-chat") mention("chat.open", {});
  }, [mention, isOpen, widget.id, kind]);
  return (
    <>
      {introduction && (
        <div className="introduction">
          <WrittenText html={introduction} />
        </div>
      )}
      {panelKinds[kind]?.show(widget)}
    </>
  );
}
