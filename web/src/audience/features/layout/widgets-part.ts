import type { Part } from "../../../lib/room/room-store.ts";

export interface Resource {
  readonly id: number;
  readonly name: string;
  /** As given, or `/files/{key}` below the public address. */
  readonly address: string;
  readonly fileName?: string;
  readonly byteSize?: number;
}

export interface Speaker {
  readonly id: number;
  readonly name: string;
  readonly title?: string;
  readonly company?: string;
  readonly description?: string;
  readonly picture?: string;
  readonly twitter?: string;
  readonly linkedin?: string;
  readonly facebook?: string;
  readonly website?: string;
}

/** Something in the console, as its producer placed it. */
export interface Widget {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly area: "main" | "side";
  readonly isOpen: boolean;
  readonly content: Readonly<Record<string, unknown>>;
  readonly resources: readonly Resource[];
  readonly speakers: readonly Speaker[];
}

export const widgetsPart: Part<readonly Widget[]> = {
  name: "widgets",
  begin: ({ state }) => (state.widgets as { widgets: readonly Widget[] }).widgets,
  on: {},
};
