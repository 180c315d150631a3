/** Where somebody who signs in wants to go. It travels as RelayState, which may have 80 characters. */
export type Target =
  | { readonly kind: "event"; readonly eventId: string; readonly key: string; readonly onward?: string }
  /** A page of ours for staff. */
  | { readonly kind: "staff"; readonly path: string }
  | { readonly kind: "address"; readonly address: string };

export function writeTarget(target: Target): string {
  if (target.kind === "staff") return target.path;
  if (target.kind === "address") return target.address;
  const { eventId, key, onward } = target;
  return [`${eventId}/${key}`, onward].filter(Boolean).join(" ");
}

const eventPattern = /^(\d{1,15})\/([\da-f]{32})(?: (\S+))?$/i;
const pagePattern = /^\/wcc\/(?:r|lobby)\/(\d{1,15}\/[\da-f]{32})\/?$/i;

/**
 * Reads what an identity provider was given to bring along: an event and its audience key, the address of its page, a page
 * for staff, or any address, which is followed only if the client's rule allows it. Undefined for anything else.
 */
export function readTarget(text: string, publicUrl: string): Target | undefined {
  const own = text.startsWith(`${publicUrl}/`) ? text.slice(publicUrl.length) : text;
  const [, eventId = "", key = "", onward] = eventPattern.exec(pagePattern.exec(own)?.[1] ?? text) ?? [];
  if (eventId !== "") return { kind: "event", eventId, key, ...(onward !== undefined && { onward }) };
  const path = readStaffPath(own);
  if (path !== undefined) return { kind: "staff", path };
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return { kind: "address", address: text };
  return undefined;
}

/** As a browser would understand it, so that no trick of spelling leads elsewhere. */
export function readStaffPath(text: string): string | undefined {
  const base = "http://lectern.invalid";
  if (!text.startsWith("/webcast/") || !URL.canParse(text, base)) return undefined;
  const { origin, pathname, search } = new URL(text, base);
  return origin === base && pathname.startsWith("/webcast/") ? pathname + search : undefined;
}
