import { Session } from "node:inspector/promises";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";

const app = await withApp();
const { id: clientId } = await app.build.client();
const token = await app.build.token(clientId);

/** The files of this feature, tests apart, in which any function runs meanwhile. */
async function filesWalked(work: () => Promise<unknown>): Promise<string[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result
    .filter(({ functions }) => functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
    .flatMap(({ url }) => /admission\/registration\/([\w/-]+)\.ts$/.exec(url)?.[1] ?? []);
}

test("a registration can be read in twelve files of its feature at the most", async () => {
  const { id } = await app.build.event(clientId);
  const register = (email: string) =>
    app.call(token, `POST /client/${clientId}/event/${id}/registrant`, {
      form: { email, firstname: "Ada", lastname: "Lovelace", company: "Engines" },
    });
  // The first one loads the event and makes its statement.
  expect((await register("ada@example.com")).statusCode).toBe(200);
  const files = await filesWalked(() => register("grace@example.com"));
  expect(files).toContain("v2-register");
  expect(files).toContain("writer/write-registrants");
  expect(files.length, files.join()).toBeLessThanOrEqual(12);
});
