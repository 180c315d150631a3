import { expect, test } from "vitest";
import { eventTypes } from "./event-types.ts";

test("labels and values name one kind each", () => {
  expect(new Set(eventTypes.map(({ value }) => value.toLowerCase())).size).toBe(eventTypes.length);
  expect(new Set(eventTypes.map(({ label }) => label.toLowerCase())).size).toBe(eventTypes.length);
});

test("webinars and forums can be created, content and hubs cannot", () => {
  const creatable = eventTypes.filter(({ canCreate }) => canCreate);
  expect(creatable.map(({ value }) => value).sort()).toEqual([
    "encodeonsite",
    "fav",
    "forum",
    "ondemand",
    "screenshare",
    "sim2live",
    "simulive",
    "webcam",
  ]);
  expect(new Set(creatable.map(({ contentType }) => contentType))).toEqual(new Set(["webcast", "forum"]));
});
