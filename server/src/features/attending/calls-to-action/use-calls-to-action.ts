import type { Db } from "../../../db/database.ts";
import { Refusal } from "../../../errors.ts";
import { trimBlanks } from "../../../lib/blanks.ts";
import { countActivity, countInEvents } from "../attendance/count-activity.ts";
import { noteOpenings } from "../widgets/note-openings.ts";
import { insertConversions, type NewConversion } from "./conversions.ts";
import { addressOf, convertsByClick, purposeOf, takesRequests, totalOf } from "./purposes.ts";
import { type CallToAction, findCallsToAction } from "./queries.ts";

/** Somebody of the audience clicks a call to action, or fills in what it asks for. */
export interface CallUse {
  readonly clientId: number;
  readonly eventId: number;
  readonly registrantId: number;
  readonly widgetId: number;
  readonly how: "click" | "request";
  readonly message?: string | undefined;
  readonly at: Date;
}

type FoundUse = CallUse & { readonly call: CallToAction };

/**
 * Counts clicks and keeps what they bring, at most one of each person. Refuses callToAction.unknown,
 * callToAction.takesNoRequests and room.notAttending.
 */
export async function useCallsToAction(tx: Db, uses: readonly CallUse[]): Promise<(Refusal | undefined)[]> {
  const find = await findCallsToAction(tx, uses);
  const found = uses.flatMap((use) => {
    const call = find(use, use.widgetId);
    return call && isTaken(use, call) ? [{ ...use, call }] : [];
  });
  const clicks = await noteOpenings(tx, "call-to-action", found.filter(isClick).map(openingOf));
  const converted = await insertConversions(tx, found.flatMap(conversionOf));
  const attending = await countUses(tx, found, { clicks, converted });
  return uses.map((use) => {
    const call = find(use, use.widgetId);
    if (!call) return new Refusal("callToAction.unknown", { callToActionId: use.widgetId });
    if (!isTaken(use, call)) return new Refusal("callToAction.takesNoRequests", { callToActionId: use.widgetId });
    return attending.has(use.registrantId) ? undefined : new Refusal("room.notAttending");
  });
}

function isClick({ how }: CallUse): boolean {
  return how === "click";
}

function isTaken({ how }: CallUse, { content }: CallToAction): boolean {
  return how === "click" || takesRequests(content);
}

function openingOf({ call, ...use }: FoundUse) {
  return { ...use, thingId: call.id, name: call.name, address: addressOf(call.content) };
}

function conversionOf({ call, how, message = "", ...use }: FoundUse): NewConversion[] {
  const { name, content } = call;
  if (how === "click" && !convertsByClick(content)) return [];
  const purpose = purposeOf(content);
  const written = { address: addressOf(content), message: trimBlanks(message) || undefined };
  return [{ ...use, widgetName: name, purpose, ...written, isOnce: how === "click" }];
}

async function countUses(
  tx: Db,
  uses: readonly FoundUse[],
  { clicks, converted }: { clicks: ReadonlyMap<number, unknown>; converted: ReadonlySet<number> },
): Promise<ReadonlySet<number>> {
  const counted = uses
    .filter(({ registrantId }) => clicks.has(registrantId) || converted.has(registrantId))
    .map((use) => ({
      ...use,
      ctaClicks: Number(isClick(use)),
      conversions: Number(converted.has(use.registrantId)),
    }));
  const attending = await countActivity(
    tx,
    counted.map(({ clientId, registrantId, at, ctaClicks, conversions }) => ({
      ...{ clientId, registrantId, at, counts: { ctaClicks, conversions } },
    })),
  );
  await countInEvents(
    tx,
    counted.map(({ clientId, eventId, call, ctaClicks, conversions }) => {
      const total = totalOf(purposeOf(call.content));
      return { clientId, eventId, counts: { ctaClicks, ...(total && { [total]: conversions }) } };
    }),
  );
  return attending;
}
