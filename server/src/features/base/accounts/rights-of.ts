import { fail } from "../../../errors.ts";
import type { Right } from "../../../http/web/rights.ts";
import { type Permission, permissions } from "./permissions.ts";

const wholeEvents: readonly Right[] = ["events.read", "events.manage", "events.present", "media.read"];

/**
 * What each permission of the users' list opens of our own API, at the user's client and all below it. Those that open
 * nothing belong to what is not built.
 */
const rightsBy: Readonly<Record<Permission, readonly Right[]>> = {
  "Account Analytics": ["events.read"],
  "Create Events": ["events.read"],
  "Event Analytics": ["events.read"],
  "Manage Audience Console Layout": ["events.read"],
  "Manage Brand Settings": ["settings.manage"],
  "Manage Engagement Hub(s)": ["hubs.read", "hubs.manage"],
  "Manage Forums": [],
  "Manage Forums Basic": [],
  "Manage Go Live": ["events.read", "events.present"],
  "Manage Integrations": ["tokens.manage"],
  "Manage Target Experience": [],
  "Manage Users": ["users.manage"],
  "Order Services": [],
  "Workgroup Access (View and Edit all events)": [...wholeEvents, "people.read", "people.manage"],
};

/** Of whoever has every permission: an identity provider can sign in as any user, and a staff link opens all of an event. */
const ofAdministrators: readonly Right[] = ["sign-in.manage", "staff-pages.open"];

export function rightsOf(held: readonly string[]): Set<Right> {
  const isAdministrator = permissions.every((permission) => held.includes(permission));
  const rights = permissions.filter((permission) => held.includes(permission)).flatMap((one) => rightsBy[one]);
  return new Set([...rights, ...(isAdministrator ? ofAdministrators : [])]);
}

/** Nobody gives what they do not have, nor changes anything of somebody who may more. Refuses caller.noRight. */
export function requireRightsOf(held: readonly string[], may: (right: Right) => boolean): void {
  for (const right of rightsOf(held)) if (!may(right)) fail("caller.noRight", { right });
}
