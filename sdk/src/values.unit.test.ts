import { expect, test } from "vitest";
import { writeForm, writePath, writeQuery } from "./values.ts";

test("values are written the way the API reads them", () => {
  const fields = {
    text: "Zoë & Co=1%+",
    zip: "01234",
    count: 0,
    isTest: true,
    isHybrid: false,
    since: new Date("2026-03-01T08:00:00.123Z"),
    tagcampaign: ["a", "b"],
    absent: undefined,
  };
  expect([...writeQuery(fields)]).toEqual([
    ["text", "Zoë & Co=1%+"],
    ["zip", "01234"],
    ["count", "0"],
    ["isTest", "Y"],
    ["isHybrid", "N"],
    ["since", "2026-03-01T08:00:00+00:00"],
    ["tagcampaign", "a"],
    ["tagcampaign", "b"],
  ]);
});

test("a form with a file is multipart, any other urlencoded; FormData stays as it is", () => {
  expect(writeForm({ email: "a@b.c" })).toBeInstanceOf(URLSearchParams);
  const form = writeForm({ slides: new File(["%PDF"], "slides.pdf"), notify: true }) as FormData;
  expect([(form.get("slides") as File).name, form.get("notify")]).toEqual(["slides.pdf", "Y"]);
  expect(writeForm(form)).toBe(form);
});

test("parameters of a path are escaped, and cannot leave it", () => {
  const path = "/client/{clientId}/registrant/{email}";
  expect(writePath(path, { clientId: 1, email: "a+b/c@d.e" })).toBe("/client/1/registrant/a%2Bb%2Fc%40d.e");
  expect(() => writePath(path, { clientId: 1 })).toThrow(`${path} needs email.`);
  expect(() => writePath(path, { clientId: 1, email: ".." })).toThrow("email cannot be ...");
});
