import type { TestApp } from "./harness.ts";
import { operated } from "./operator-api.ts";

/** What the operator's API makes to let a browser in to an event's pages for staff. */
export async function staffLink(app: TestApp, { clientId, id }: { clientId: number; id: number }): Promise<string> {
  return (await operated<{ url: string }>(app, `POST /clients/${clientId}/events/${id}/staff-links`)).url;
}

/** The cookie of a browser that followed it. */
export async function staffCookie(app: TestApp, event: { clientId: number; id: number }): Promise<string> {
  const { pathname, search } = new URL(await staffLink(app, event), "http://lectern.test");
  const { cookies } = await app.app.server.inject(pathname + search);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}
