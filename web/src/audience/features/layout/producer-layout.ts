import type { LayoutItem } from "react-grid-layout";
import type { Panel } from "./panels.ts";

export const COLUMNS = 24;
/** As many fill a window. */
export const ROWS = 12;

export const STAGE = "stage";

const SIDE = 7;
const MOST_BESIDE = 3;
const MOST_BELOW = 3;
const BELOW = 4;

/** As the producer arranged it: the stage with what belongs below it, and beside it up to three others, one above the other. */
export function producerLayout(open: readonly Panel[]): readonly LayoutItem[] {
  const beside = open.filter(({ area }) => area === "side").slice(0, MOST_BESIDE);
  const below = open.filter((panel) => !beside.includes(panel));
  const stageWidth = beside.length > 0 ? COLUMNS - SIDE : COLUMNS;
  const stageHeight = below.length > 0 ? ROWS - BELOW : ROWS;
  return [
    { i: STAGE, x: 0, y: 0, w: stageWidth, h: stageHeight, minW: 8, minH: 4 },
    ...column(beside, stageWidth),
    ...rows(below, stageWidth, stageHeight),
  ];
}

/** Where people talk they need more room than where they only read. */
const talking: readonly string[] = ["qa", "group-chat", "poll", "share-idea", "survey"];
const weightOf = ({ kind }: Panel) => (talking.includes(kind) ? 2 : 1);

function column(panels: readonly Panel[], x: number): LayoutItem[] {
  const whole = panels.reduce((sum, panel) => sum + weightOf(panel), 0);
  const edge = (count: number) =>
    Math.round((ROWS * panels.slice(0, count).reduce((sum, panel) => sum + weightOf(panel), 0)) / whole);
  return panels.map(({ key }, index) => {
    const y = edge(index);
    return { ...least, i: key, x, y, w: SIDE, h: edge(index + 1) - y };
  });
}

function rows(panels: readonly Panel[], width: number, y: number): LayoutItem[] {
  const inRow = Math.min(MOST_BELOW, Math.max(1, panels.length));
  const edge = (place: number) => Math.round((width * place) / inRow);
  return panels.map(({ key }, index) => {
    const x = edge(index % inRow);
    return {
      ...{ ...least, i: key, x, w: edge((index % inRow) + 1) - x },
      ...{ y: y + Math.floor(index / inRow) * BELOW, h: BELOW },
    };
  });
}

export const least = { minW: 4, minH: 2 };

/** Where something goes that was opened later: below what lies in the last columns. */
export function placeFor(key: string, layout: readonly LayoutItem[]): LayoutItem {
  const x = COLUMNS - SIDE;
  const y = Math.max(0, ...layout.filter((item) => item.x + item.w > x).map((item) => item.y + item.h));
  return { ...least, i: key, x, y, w: SIDE, h: ROWS / 2 };
}
