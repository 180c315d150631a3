import { expect, test } from "vitest";
import { type Reply, startScript } from "../test/scripted-server.ts";
import { createLectern } from "./lectern.ts";

async function start(replies: Reply[]) {
  const { baseUrl, seen } = await startScript(replies);
  const lectern = createLectern({ baseUrl, clientId: 1, accessTokenKey: "KEY", accessTokenSecret: "secret" });
  return {
    lectern,
    pagesAsked: () => seen.map(({ url }) => new URL(url, baseUrl).searchParams.get("pageoffset")),
    seen,
  };
}

const page = (ids: number[], currentpage?: number, pagecount?: number): Reply => ({
  body: { registrants: ids.map((eventuserid) => ({ eventuserid })), currentpage, pagecount },
});

async function idsOf(registrants: AsyncIterable<{ eventuserid: number }>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { eventuserid } of registrants) ids.push(eventuserid);
  return ids;
}

test("walks every page, and stops after the last", async () => {
  const { lectern, pagesAsked, seen } = await start([page([1, 2], 0, 3), page([3, 4], 1, 3), page([5], 2, 3)]);
  expect(await idsOf(lectern.registrants.walk({ itemsperpage: 2, partnerref: "A & B" }))).toEqual([1, 2, 3, 4, 5]);
  expect(pagesAsked()).toEqual(["0", "1", "2"]);
  expect(seen[2]?.url).toBe("/v2/client/1/registrant?itemsperpage=2&partnerref=A+%26+B&pageoffset=2");
});

test("an empty list is one page; a whole list without paging is one too", async () => {
  const empty = await start([page([], 0, 1)]);
  expect(await idsOf(empty.lectern.registrants.walk())).toEqual([]);
  const whole = await start([page([1, 2, 3])]);
  expect(await idsOf(whole.lectern.registrants.walk({ eventId: 7, noshow: true }))).toEqual([1, 2, 3]);
  expect(whole.seen[0]?.url).toBe("/v2/client/1/event/7/registrant?itemsperpage=100&noshow=Y&pageoffset=0");
});

test("follows a list that grows or shrinks on the way", async () => {
  const growing = await start([page([1], 0, 1 + 1), page([2], 1, 3), page([3], 2, 3)]);
  expect(await idsOf(growing.lectern.registrants.walk())).toEqual([1, 2, 3]);
  const shrinking = await start([page([1], 0, 3), page([2], 1, 2)]);
  expect(await idsOf(shrinking.lectern.registrants.walk())).toEqual([1, 2]);
});

test("begins where it is told, and asks for nothing after a break", async () => {
  const { lectern, pagesAsked } = await start([page([3, 4], 1, 3)]);
  for await (const { eventuserid } of lectern.registrants.walk({ pageoffset: 1 })) if (eventuserid === 3) break;
  expect(pagesAsked()).toEqual(["1"]);
});

test("a server that repeats its first page is an error, not an endless list", async () => {
  const { lectern } = await start([page([1], 0, 2), page([1], 0, 2)]);
  await expect(idsOf(lectern.registrants.walk())).rejects.toThrow("Page 1 was asked for and page 0 came.");
});

test("waits for a throttling server in the middle of a walk", async () => {
  const throttled = { status: 429, headers: { "retry-after": "0" } };
  const { lectern, pagesAsked } = await start([page([1], 0, 2), throttled, page([2], 1, 2)]);
  expect(await idsOf(lectern.registrants.walk())).toEqual([1, 2]);
  expect(pagesAsked()).toEqual(["0", "1", "1"]);
});

test("pages of operations without a convenience can be walked too", async () => {
  const leads = (currentpage: number): Reply => ({ body: { pagecount: 2, currentpage, leads: [] } });
  const { lectern } = await start([leads(0), leads(1)]);
  const pages = [];
  for await (const answer of lectern.pages("AnalyticsClientLevel.Leads")) pages.push(answer);
  expect(pages).toHaveLength(2);
});
