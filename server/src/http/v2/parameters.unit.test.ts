import { describe, expect, test } from "vitest";
import { parseUrlEncoded } from "../forms.ts";
import { formParameter, parameter, parameters } from "./parameters.ts";

const asked = {
  client: { id: 7, name: "Acme", path: [7], isActive: true, isGlobal: false, contractEndsAt: null },
  directory: { listReach: async () => [7, 8], isKnownTimeZone: (zone: string) => zone === "Asia/Tokyo" },
  now: new Date("2026-03-10T12:00:00Z"),
};

const describedIn = (schema: object) =>
  Object.fromEntries(
    Object.entries((schema as { properties: Record<string, { description: string }> }).properties).map(
      ([name, { description }]) => [name, description],
    ),
  );

test("what is read is what is described, under the code's own names", async () => {
  const list = parameters({
    page: parameter.page({ size: 10, most: 50 }),
    order: parameter.choice("filterorder", ["asc", "desc"], "asc", "By time"),
    isTest: parameter.flag("testevent", false, "Only tests"),
    clientIds: parameter.subaccounts("excluded"),
  });
  expect(describedIn(list.schema)).toMatchObject({
    pageoffset: "Page, counted from 0",
    itemsperpage: "Items of a page; 10 by default, 50 at most",
    filterorder: "By time: asc (default), desc",
    testevent: "Only tests: Y or N",
    excludesubaccounts: "Leave sub-clients out: Y or N",
  });
  const query = parseUrlEncoded("itemsperpage=70&FilterOrder=DESC&testevent=y");
  expect(await list.read(query, asked)).toEqual({
    page: { offset: 0, size: 50, requested: true },
    order: "desc",
    isTest: true,
    clientIds: [7, 8],
  });
});

test("a window of dates alone reads past the parameters of rolling ones", async () => {
  const query = parseUrlEncoded("startdate=2026-03-01&enddate=2026-03-02&dateinterval=5");
  const { window } = await parameters({ window: parameter.dates({ defaults: "none" }) }).read(query, asked);
  expect(window.from?.toISOString()).toBe("2026-03-01T08:00:00.000Z");
  await expect(parameters({ window: parameter.window({ defaults: "none" }) }).read(query, asked)).rejects.toThrow();
});

describe("minutes in steps", () => {
  const steps = {
    from: 15,
    steps: [
      { every: 15, to: 120 },
      { every: 30, to: 480 },
    ],
  };
  const { schema, read } = parameters({ minutes: formParameter.minutes("liveduration", steps) });
  const faultsOf = async (text: string) => {
    const faults: string[] = [];
    await read(parseUrlEncoded(`liveduration=${text}`), { ...asked, faults });
    return faults;
  };

  test.each(["15", "105", "120", "150", "480"])("%s are taken", async (text) => {
    expect(await faultsOf(text)).toEqual([]);
  });

  test.each(["0", "14", "16", "121", "135", "481", "510", "1e2", "99999"])("%s are a fault", async (text) => {
    expect(await faultsOf(text)).toEqual([
      "liveduration must be 15 to 480 minutes in steps of 15 up to 120 and of 30 above",
    ]);
  });

  test("and the reference says so", () => {
    expect(describedIn(schema)).toEqual({
      liveduration: "15 to 480 minutes in steps of 15 up to 120 and of 30 above",
    });
  });
});

test("a form names everything that is wrong", async () => {
  const form = parameters({
    title: formParameter.shortText("title", 3),
    isTest: formParameter.yesNo("testevent", "Only a test"),
  });
  const faults: string[] = [];
  expect(await form.read(parseUrlEncoded("title=Long&testevent=maybe"), { ...asked, faults })).toEqual({
    title: "Long",
    isTest: undefined,
  });
  expect(faults).toEqual(["title has more than 3 characters", "testevent must be Y or N"]);
});
