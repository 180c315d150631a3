import type { Db } from "../../../db/database.ts";
import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import type { Author } from "../../webinars/events/create-event.ts";
import { hubChanges } from "./changes.ts";
import { listCategories, listFilters, lockHub } from "./queries.ts";
import {
  deleteCategories,
  deleteFilters,
  freeNames,
  insertCategory,
  insertFilter,
  updateCategory,
  updateFilter,
} from "./sort-queries.ts";

/** With an id: one that is there already, kept under this name. */
export interface SortName {
  id?: number;
  name: string;
}

/** Makes these the hub's categories, in this order. Those left out go, and contents lose them. */
export async function setCategories(
  db: Db,
  clientId: number,
  hubId: number,
  categories: readonly SortName[],
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const present = (await listCategories(tx, clientId, hubId)).map(({ id }) => id);
    await deleteCategories(tx, clientId, hubId, missingFrom(categories, present));
    refuseTwice(categories.map(({ name }) => name));
    await freeNames(tx, "hubCategories", clientId, hubId);
    for (const [position, { id, name }] of categories.entries())
      if (id === undefined) await insertCategory(tx, { clientId, hubId, name, position });
      else await updateCategory(tx, clientId, id, { name, position });
    await hubChanges.record(tx, "hub.updated", { clientId, eventId: hubId, actor: author.actor });
  });
}

/** Makes these the hub's filters, in groups and in this order. Those left out go, and contents lose them. */
export async function setFilters(
  db: Db,
  clientId: number,
  hubId: number,
  groups: readonly { name: string; filters: readonly SortName[] }[],
  author: Author,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await lockHub(tx, clientId, hubId))) fail("hub.unknown", { hubId });
    const present = (await listFilters(tx, clientId, hubId)).map(({ id }) => id);
    const filters = groups.flatMap((group) => group.filters.map((filter) => ({ ...filter, groupName: group.name })));
    await deleteFilters(tx, clientId, hubId, missingFrom(filters, present));
    refuseTwice(groups.map(({ name }) => name));
    for (const group of groups) refuseTwice(group.filters.map(({ name }) => name));
    await freeNames(tx, "hubFilters", clientId, hubId);
    for (const [position, { id, name, groupName }] of filters.entries())
      if (id === undefined) await insertFilter(tx, { clientId, hubId, groupName, name, position });
      else await updateFilter(tx, clientId, id, { groupName, name, position });
    await hubChanges.record(tx, "hub.updated", { clientId, eventId: hubId, actor: author.actor });
  });
}

/** Which of those present are not named; refuses a named one that is not present. */
function missingFrom(named: readonly SortName[], present: readonly number[]): number[] {
  const ids = named.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const stranger = ids.find((id) => !present.includes(id));
  if (stranger !== undefined) fail("body.invalid", { faults: `The hub has nothing with the id ${stranger} here.` });
  refuseTwice(ids);
  return present.filter((id) => !ids.includes(id));
}

function refuseTwice(values: readonly (string | number)[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) fail("body.invalid", { faults: `${twice} is named twice.` });
}
