import { expect, test } from "vitest";
import { html } from "./html.ts";
import { keepPage, slot } from "./kept-page.ts";

test("a visit fills the places of a kept page, and leaves nothing in it", () => {
  const fill = keepPage(html`<p>${slot("name")}, ü, ${slot("bytes")}${slot("name")}</p>`.text);
  expect(fill({ name: html`${"<Ada>"}`, bytes: Buffer.from("日本") }).toString()).toBe(
    "<p>&#60;Ada&#62;, ü, 日本&#60;Ada&#62;</p>",
  );
  expect(fill({}).toString()).toBe("<p>, ü, </p>");
});

test("a page without places is the same for everybody", () => {
  expect(keepPage("<p>same</p>")({ name: html`x` }).toString()).toBe("<p>same</p>");
});
