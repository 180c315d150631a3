import { expect, test } from "vitest";
import { isNoRoom, isPassing } from "./passing-fault.ts";

const withCode = (code: string, more: object = {}) => Object.assign(new Error("x"), { code, ...more });

test.each([
  withCode("ECONNREFUSED"),
  withCode("ENOENT", { syscall: "connect" }),
  withCode("08006"),
  withCode("53100"),
  withCode("53200"),
  withCode("57P01"),
  withCode("ENOSPC"),
  withCode("EDQUOT"),
  new Error("Connection terminated unexpectedly"),
  new Error("Client has encountered a connection error and is not queryable"),
  new Error("Client was closed and is not queryable"),
  new Error("timeout expired"),
  Object.assign(new AggregateError([]), { code: "ECONNREFUSED" }),
])("%o passes", (error) => {
  expect(isPassing(error)).toBe(true);
});

test.each([
  withCode("ENOENT", { syscall: "open" }),
  withCode("EACCES"),
  withCode("23505"),
  withCode("42P01"),
  withCode("XX000"),
  new Error("No timeout expired here"),
  new TypeError("x is not a function"),
  "text",
  undefined,
])("%o does not", (error) => {
  expect(isPassing(error)).toBe(false);
});

test("no room on a disk is told from a database that is away", () => {
  expect([isNoRoom(withCode("ENOSPC")), isNoRoom(withCode("ECONNREFUSED"))]).toEqual([true, false]);
});
