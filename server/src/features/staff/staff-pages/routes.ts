import Type from "typebox";
import type { Web } from "../../../http/web/operation.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { makeOperatorLink } from "./operator-link.ts";

const StaffLink = Type.Object({
  url: Type.String({ description: "Lets the browser that opens it in to all pages of the event's staff" }),
  expiresAt: Type.String({ format: "date-time", description: "The link and what it opened end" }),
});

export interface StaffRouteDeps {
  readonly sealer: Sealer;
  readonly publicUrl: string;
  now(): Date;
}

/** How the operator gets to the pages that show people, where nobody can sign in. */
export function staffRoutes(web: Web, { now, ...deps }: StaffRouteDeps): void {
  web.operation("createStaffLink", {
    route: "POST /clients/{clientId}/events/{eventId}/staff-links",
    right: "staff-pages.open",
    group: "Events",
    summary: "Make a link that opens the staff's pages of an event for an hour, those about people too",
    status: 201,
    answer: StaffLink,
    handle: ({ event }) => {
      const { url, expiresAt } = makeOperatorLink(deps, event.id, now());
      return { url, expiresAt: expiresAt.toISOString() };
    },
  });
}
