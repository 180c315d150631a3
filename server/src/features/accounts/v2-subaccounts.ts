import type { Db } from "../../db/database.ts";
import { fail } from "../../errors.ts";
import { readFlag } from "../../http/v2/flags.ts";
import { type Fields, one } from "../../http/v2/forms.ts";
import { listReach } from "./queries.ts";

/**
 * The clients that a client-level list covers, from `includesubaccounts` or `excludesubaccounts`, and `subaccounts`.
 * @param style lists of events leave sub-clients out unless told otherwise; lists of people take them in.
 */
export async function readIncludedClients(
  db: Db,
  clientId: number,
  query: Fields,
  style: "included" | "excluded",
): Promise<number[]> {
  const isCovering =
    style === "included" ? readFlag(query, "includesubaccounts", false) : !readFlag(query, "excludesubaccounts", false);
  const named = one(query, "subaccounts");
  if (named !== undefined && !isCovering)
    fail(style === "included" ? "subaccounts.notIncluded" : "subaccounts.excluded");
  if (!isCovering) return [clientId];
  const reach = await listReach(db, clientId);
  return named === undefined ? reach : readNamed(named, clientId, reach);
}

function readNamed(text: string, parentId: number, reach: number[]): number[] {
  const names = text.split(",").map((name) => name.trim());
  return names.map((name) => {
    const id = Number(name);
    if (!/^\d+$/.test(name) || id === parentId || !reach.includes(id))
      fail("subaccounts.notChild", { clientId: name, parentId });
    return id;
  });
}
