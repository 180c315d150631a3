import type { SaidKind } from "@lectern/wire/messages";
import type { Page } from "./page.ts";
import type { Random } from "./random.ts";

/** Something that somebody may do just now; undefined when there is nothing to do it with. */
export type Act = (page: Page, random: Random) => { readonly kind: SaidKind; readonly body: object } | undefined;

/** What people do in a room beside being there, the likelier the more often it stands here. */
export const acts: readonly Act[] = [];
