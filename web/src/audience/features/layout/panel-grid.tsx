import { directionOf } from "@lectern/texts/languages";
import { useEffect, useState } from "react";
import { GridLayout, type LayoutItem, useContainerWidth } from "react-grid-layout";
import { useLanguage, useSay } from "../../../lib/texts/texts.ts";
import { Stage } from "../stage/stage.tsx";
import { PanelContent } from "./panel-content.tsx";
import { MoveButton, PanelFrame } from "./panel-frame.tsx";
import { panelKinds } from "./panel-kinds.tsx";
import type { Panel } from "./panels.ts";
import { COLUMNS, ROWS, STAGE } from "./producer-layout.ts";
import type { Arrangement } from "./use-arrangement.ts";
import { usePanelName } from "./use-panel-name.ts";

interface PanelGridProps {
  readonly panels: readonly Panel[];
  readonly arrangement: Arrangement;
}

const GAP = 12;

/** The console of a wide window: panels that the viewer moves and sizes, by pointer or keyboard. */
export function PanelGrid({ panels, arrangement }: PanelGridProps) {
  const { width, containerRef, mounted } = useContainerWidth({ measureBeforeMount: true });
  const rowHeight = useRowHeight(containerRef);
  const isMirrored = directionOf(useLanguage()) === "rtl";
  const mirror = (item: LayoutItem) => (isMirrored ? { ...item, x: COLUMNS - item.x - item.w } : item);
  const { layout, arrange, open, toggle } = arrangement;
  const move = (key: string, by: { readonly x: number; readonly y: number; readonly isSize: boolean }) =>
    arrange(layout.map((item) => (item.i === key ? moved(item, isMirrored ? { ...by, x: -by.x } : by) : item)));
  return (
    <div className="grid-place" ref={containerRef} dir="ltr">
      {mounted && (
        <GridLayout
          width={width}
          layout={layout.map(mirror)}
          gridConfig={{ cols: COLUMNS, rowHeight, margin: [GAP, GAP], containerPadding: [GAP, GAP] }}
          dragConfig={{ enabled: true, handle: ".panel-head, .stage-grip", cancel: "button" }}
          resizeConfig={{ enabled: true, handles: [isMirrored ? "sw" : "se"] }}
          onDragStop={(next) => arrange(next.map(mirror))}
          onResizeStop={(next) => arrange(next.map(mirror))}
        >
          <div key={STAGE} dir={isMirrored ? "rtl" : "ltr"}>
            <StagePanel onMove={(by) => move(STAGE, by)} />
          </div>
          {open
            .flatMap((key) => panels.filter((panel) => panel.key === key))
            .map((panel) => (
              <div key={panel.key} dir={isMirrored ? "rtl" : "ltr"}>
                <GridPanel panel={panel} onMove={(by) => move(panel.key, by)} onClose={() => toggle(panel.key)} />
              </div>
            ))}
        </GridLayout>
      )}
    </div>
  );
}

interface GridPanelProps {
  readonly panel: Panel;
  onMove(by: { readonly x: number; readonly y: number; readonly isSize: boolean }): void;
  onClose(): void;
}

function GridPanel({ panel, onMove, onClose }: GridPanelProps) {
  const name = usePanelName()(panel);
  const kind = panelKinds[panel.kind];
  return (
    <PanelFrame name={name} icon={kind?.icon ?? "text"} onMove={onMove} onClose={onClose}>
      <PanelContent panel={panel} />
    </PanelFrame>
  );
}

function StagePanel({ onMove }: Pick<GridPanelProps, "onMove">) {
  const say = useSay();
  return (
    <div className="panel stage-panel">
      <div className="stage-grip">
        <MoveButton name={say("stage.name")} onMove={onMove} />
      </div>
      <Stage />
    </div>
  );
}

function moved(item: LayoutItem, { x, y, isSize }: { x: number; y: number; isSize: boolean }): LayoutItem {
  const { minW = 1, minH = 1 } = item;
  if (isSize) {
    const w = Math.min(COLUMNS - item.x, Math.max(minW, item.w + x));
    return { ...item, w, h: Math.max(minH, item.h + y) };
  }
  return { ...item, x: Math.min(COLUMNS - item.w, Math.max(0, item.x + x)), y: Math.max(0, item.y + y) };
}

const LEAST_ROW = 40;

/** So that as many rows as a layout has fill the window. */
function useRowHeight(place: React.RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(LEAST_ROW);
  useEffect(() => {
    const element = place.current?.parentElement;
    if (!element) return;
    const measure = () => setHeight(Math.max(LEAST_ROW, (element.clientHeight - GAP * (ROWS + 1)) / ROWS));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [place]);
  return height;
}
