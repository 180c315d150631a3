import type { Selectable } from "kysely";
import type { Db } from "../../../db/database.ts";
import type { Users as UserRow } from "../../../db/types.ts";
import { formatPacific } from "../../../http/v2/dates.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import { listClientsBelow, listReach, listUsers } from "./queries.ts";
import { type SubClient, SubClients, type User, Users } from "./v2-schema.ts";

export function accountOperations(v2: V2, { db }: { db: Db }): void {
  v2.operation("AnalyticsClientLevel.SubClients", {
    answer: SubClients,
    handle: async ({ client }) => ({
      clientname: client.name,
      subclients: nest(await listClientsBelow(db, client.id), client.id),
    }),
  });

  v2.operation("Helpers.Users", {
    answer: Users,
    handle: async ({ client }) => {
      const users = await listUsers(db, await listReach(db, client.id));
      return { users: users.map(presentUser) };
    },
  });
}

/** Flat rows, parents before children, as a tree below one client. */
function nest(rows: { id: number; parentId: number | null; name: string }[], topId: number): SubClient[] {
  const top: SubClient[] = [];
  const childrenOf = new Map<number, SubClient[]>([[topId, top]]);
  const byId = new Map<number, SubClient>();
  for (const { id, parentId, name } of rows) {
    const node: SubClient = { id, name };
    byId.set(id, node);
    const siblings = childrenOf.get(parentId ?? topId) ?? [];
    siblings.push(node);
    childrenOf.set(parentId ?? topId, siblings);
    const parent = byId.get(parentId ?? topId);
    if (parent) parent.subclients = siblings;
  }
  return top;
}

function presentUser(user: Selectable<UserRow> & { account: string }): User {
  return {
    name: user.name,
    userName: user.userName,
    email: user.email,
    ...(user.jobTitle !== null && { jobTitle: user.jobTitle }),
    type: user.type,
    account: user.account,
    ...(user.lastLoginAt && { lastLoginDate: formatPacific(user.lastLoginAt).slice(0, 10) }),
    clientId: user.clientId,
    ...(user.permissions.length > 0 && {
      permissions: Object.fromEntries(user.permissions.map((permission) => [permission, true])),
    }),
  };
}
