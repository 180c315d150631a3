import { expect, test } from "vitest";
import { tellCounters } from "./room-figures.ts";

test("counters behind one that cannot be read are told the next time", async () => {
  let isAway = true;
  const read = async () => {
    if (isAway) throw new Error("the database is away");
    return {};
  };
  const told: string[] = [];
  const names = ["polls.counts", "questions.votes", "surveys.counts"] as const;
  const counters = new Map(names.map((name) => [name as string, { for: "everybody" as const, read }]));
  const deps = { db: {}, parts: { counters } } as unknown as Parameters<typeof tellCounters>[0];
  const room = {
    ...{ key: { clientId: 1, eventId: 1 }, touched: new Set(names), members: { size: 1 }, audience: 1 },
    tellNow: (kind: string) => void told.push(kind),
  } as unknown as Parameters<typeof tellCounters>[1];
  await expect(tellCounters(deps, room)).rejects.toThrow("away");
  isAway = false;
  await tellCounters(deps, room);
  expect(told.sort()).toEqual([...names]);
  expect(room.touched.size).toBe(0);
});
