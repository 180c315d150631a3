import { expect, test } from "vitest";
import { compileAll } from "../src/http/compile-when-used.ts";
import { startTestApp } from "./harness.ts";

test("every schema of every route compiles, also those that no other test asks for", async () => {
  const app = await startTestApp();
  expect(compileAll).not.toThrow();
  await app.close();
});
