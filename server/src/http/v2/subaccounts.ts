import { fail } from "../../errors.ts";
import { readFlag } from "../flags.ts";
import { type Fields, one } from "../forms.ts";

/**
 * The clients that a client-level list covers, from `includesubaccounts` or `excludesubaccounts`, and `subaccounts`.
 * @param listReach ids of a client and all below it.
 * @param style lists of events leave sub-clients out unless told otherwise; lists of people take them in.
 */
export async function readIncludedClients(
  clientId: number,
  query: Fields,
  style: "included" | "excluded",
  listReach: (clientId: number) => Promise<number[]>,
): Promise<number[]> {
  const isCovering =
    style === "included" ? readFlag(query, "includesubaccounts", false) : !readFlag(query, "excludesubaccounts", false);
  const named = one(query, "subaccounts");
  if (named !== undefined && !isCovering)
    fail(style === "included" ? "subaccounts.notIncluded" : "subaccounts.excluded");
  if (!isCovering) return [clientId];
  const reach = await listReach(clientId);
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
