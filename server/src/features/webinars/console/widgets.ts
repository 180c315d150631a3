import type { Static, TSchema } from "typebox";
import Value from "typebox/value";
import { CallToAction, Certification, Introduced, Survey, Test, TextWithBanner } from "./widget-content.ts";

/** Where a wide console shows a widget; a narrow one shows them below each other. */
export const areas = ["main", "side"] as const;
export type Area = (typeof areas)[number];

interface Kind {
  /** What a widget of the kind is called until somebody names it; of several, the second is "{name} 2". */
  readonly name: string;
  /** Whether an event may have several. */
  readonly isRepeatable: boolean;
  readonly content: TSchema;
  readonly area: Area;
  /** Whether it is open when people come in. */
  readonly isOpen: boolean;
  /** Whether new events have one, in the order of this table. */
  readonly isDefault: boolean;
}

/** Every kind of widget. New events get those that the compatible API expects to find, by the names its pages use. */
export const widgetKinds = {
  "media-player": {
    name: "Media Player",
    isRepeatable: false,
    content: Introduced,
    area: "main",
    isOpen: true,
    isDefault: true,
  },
  slides: { name: "Slides", isRepeatable: false, content: Introduced, area: "main", isOpen: true, isDefault: true },
  qa: { name: "Q&A", isRepeatable: false, content: Introduced, area: "side", isOpen: true, isDefault: true },
  "speaker-bio": {
    name: "Speaker Bio",
    isRepeatable: false,
    content: Introduced,
    area: "side",
    isOpen: true,
    isDefault: true,
  },
  "related-content": {
    name: "Related Content",
    isRepeatable: true,
    content: Introduced,
    area: "side",
    isOpen: true,
    isDefault: true,
  },
  "text-with-banner": {
    name: "Text With Banner",
    isRepeatable: true,
    content: TextWithBanner,
    area: "side",
    isOpen: false,
    isDefault: true,
  },
  survey: { name: "Take Survey", isRepeatable: false, content: Survey, area: "side", isOpen: false, isDefault: true },
  poll: { name: "Poll", isRepeatable: false, content: Introduced, area: "side", isOpen: false, isDefault: false },
  "call-to-action": {
    name: "Call To Action",
    isRepeatable: true,
    content: CallToAction,
    area: "side",
    isOpen: true,
    isDefault: false,
  },
  certification: {
    name: "Certification",
    isRepeatable: true,
    content: Certification,
    area: "side",
    isOpen: false,
    isDefault: false,
  },
  test: { name: "Test", isRepeatable: true, content: Test, area: "side", isOpen: false, isDefault: false },
  "group-chat": {
    name: "Group Chat",
    isRepeatable: false,
    content: Introduced,
    area: "side",
    isOpen: false,
    isDefault: false,
  },
  "share-idea": {
    name: "Share Idea",
    isRepeatable: false,
    content: Introduced,
    area: "side",
    isOpen: false,
    isDefault: false,
  },
  "share-this": {
    name: "Share This",
    isRepeatable: false,
    content: Introduced,
    area: "side",
    isOpen: false,
    isDefault: false,
  },
  twitter: { name: "Twitter", isRepeatable: false, content: Introduced, area: "side", isOpen: false, isDefault: false },
} as const satisfies Record<string, Kind>;

export type WidgetKind = keyof typeof widgetKinds;
export type ContentOf<K extends WidgetKind> = Static<(typeof widgetKinds)[K]["content"]>;

export const kindNames = Object.keys(widgetKinds) as WidgetKind[];

/** What is wrong with a content, in one line; undefined when it is one of this kind. */
export function findContentFaults(kind: WidgetKind, content: unknown): string | undefined {
  const faults = Value.Errors(widgetKinds[kind].content, content);
  if (faults.length === 0) return undefined;
  return faults.map(({ instancePath, message }) => `content${instancePath} ${message}`).join("; ");
}

/** "Speaker Bio"; of kinds that may be several the first free of "Related Content 1", "Related Content 2" ... */
export function freeName(kind: WidgetKind, taken: readonly string[]): string {
  const { name, isRepeatable } = widgetKinds[kind];
  if (!isRepeatable) return name;
  for (let number = 1; ; number++) if (!taken.includes(`${name} ${number}`)) return `${name} ${number}`;
}
