import type { EventTotals } from "../../../db/types.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";

/** What a producer filled in; nothing in a widget that was only just added. */
export type CallContent = Partial<ContentOf<"call-to-action">>;
export type Purpose = NonNullable<CallContent["purpose"]>;

interface Brings {
  /** Which total of the event counts it. */
  readonly total?: keyof EventTotals;
  /** Whether another company's page in a frame tells when it has come about, so that following the address is not enough. */
  readonly isTold?: true;
}

/** What calls to action bring beside clicks. */
const conversions: Partial<Record<Purpose, Brings>> = {
  meeting: { total: "meetingConversions" },
  demo: { total: "demoConversions" },
  "free-trial": { total: "freeTrialRequests" },
  "contact-us": { total: "contactRequests" },
  pricing: { total: "pricingRequests" },
  "price-quote": { total: "pricingRequests" },
  drift: { total: "drifts", isTold: true },
  calendly: { isTold: true },
};

/** Which total counts what a purpose brings. */
export function totalOf(purpose: Purpose): keyof EventTotals | undefined {
  return conversions[purpose]?.total;
}

/** A call to action that asks for a message is for contact unless something else was chosen, any other leads somewhere. */
export function purposeOf(content: CallContent): Purpose {
  return content.purpose ?? ("contactEmail" in content ? "contact-us" : "link");
}

/** Whether following its address is already what it is for. */
export function convertsByClick(content: CallContent): boolean {
  const brings = conversions[purposeOf(content)];
  return brings !== undefined && !brings.isTold && "url" in content;
}

/** Whether somebody has to fill something in. */
export function takesRequests(content: CallContent): boolean {
  return "contactEmail" in content || conversions[purposeOf(content)]?.isTold === true;
}

/** What the compatible API calls calls to action for a purpose; "url" and "gateway" are published. */
export const wireTypes: Readonly<Record<Purpose, string>> = {
  link: "url",
  gateway: "gateway",
  meeting: "book_a_meeting",
  demo: "request_a_demo",
  "free-trial": "free_trial",
  "contact-us": "contactus",
  pricing: "pricing",
  "price-quote": "price_quote",
  drift: "drift",
  calendly: "calendly",
};

export function addressOf(content: CallContent): string | undefined {
  if ("url" in content) return content.url;
  return "contactEmail" in content ? content.contactEmail : undefined;
}
