import type { Db } from "../../../../db/database.ts";
import { listActiveProviders } from "./queries.ts";

/** "Sign in with …": what a page can offer. */
export interface SignIn {
  readonly name: string;
  /** Of this server. */
  readonly href: string;
}

/** The identity providers that let people in to an event. */
export async function listAudienceSignIns(
  db: Db,
  clientId: number,
  event: { readonly id: number; readonly audienceKey: string },
): Promise<SignIn[]> {
  const providers = await listActiveProviders(db, clientId, "audience");
  const query = `event=${event.id}&key=${event.audienceKey}`;
  return providers.map(({ id, name }) => ({ name, href: `/saml/${clientId}/${id}/login?${query}` }));
}

/** The identity providers of a client's staff. */
export async function listStaffSignIns(db: Db, clientId: number): Promise<SignIn[]> {
  const providers = await listActiveProviders(db, clientId, "staff");
  return providers.map(({ id, name }) => ({ name, href: `/saml/${clientId}/${id}/login` }));
}
