import { expect, test } from "vitest";
import { type BusMessage, readBusMessage } from "./bus-message.ts";

const messages: readonly BusMessage[] = [
  { room: 1, wake: true },
  { room: 1, from: "a", recheck: ["person:1"], forget: [1, 2], here: 0, asksHere: true },
  { from: "a", isAlive: true },
  { room: 1, from: "a", touch: ["hands.own"], pulses: { "reactions.burst": { like: 2 } } },
];

test.each(messages)("$0 is read as it was told", (message) =>
  expect(readBusMessage(JSON.stringify(message))).toEqual(message),
);

test.each([
  "",
  "{",
  "null",
  "1",
  "[]",
  '{"room":"1"}',
  '{"room":1,"from":7}',
  '{"room":1,"recheck":"person:1"}',
  '{"room":1,"touch":5}',
  '{"room":1,"forget":{}}',
  '{"room":1,"here":-1}',
  '{"room":1,"here":"many"}',
  '{"room":1,"pulses":{"reactions.burst":null}}',
  '{"room":1,"pulses":{"reactions.burst":{"like":"<b>"}}}',
  '{"room":1,"pulses":{"room.phase":{"like":1}}}',
  '{"room":1,"pulses":{"constructor":{"like":1}}}',
  '{"room":1,"pulses":{"__proto__":{"like":1}}}',
])("%s was told by no process of ours", (text) => expect(readBusMessage(text)).toBeUndefined());
