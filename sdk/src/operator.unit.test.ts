import { expect, test } from "vitest";
import { type Reply, startScript } from "../test/scripted-server.ts";
import { createOperator } from "./operator.ts";

const operatorKey = "operator-key-0123456789-0123456789";

async function start(replies: Reply[], ending = "") {
  const { baseUrl, seen } = await startScript(replies);
  return { seen, operator: createOperator({ baseUrl: `${baseUrl}${ending}`, operatorKey, retries: 0 }) };
}

test.each(["", "/v2", "/api/"])(
  "calls below /api with the key, for a base address that ends in '%s'",
  async (ending) => {
    const { operator, seen } = await start([{ status: 201, body: { id: 1, name: "Acme" } }], ending);
    expect(await operator.createClient({ name: "Acme" })).toEqual({ id: 1, name: "Acme" });
    expect(seen[0]).toMatchObject({
      method: "POST",
      url: "/api/clients",
      headers: { authorization: `Bearer ${operatorKey}`, "content-type": "application/json" },
      body: '{"name":"Acme"}',
    });
  },
);

test("an answer without a body is undefined", async () => {
  const { operator, seen } = await start([{ status: 204 }]);
  expect(await operator.disableToken(1, 2)).toBeUndefined();
  expect([seen[0]?.url, seen[0]?.headers["content-type"]]).toEqual(["/api/clients/1/tokens/2/disable", undefined]);
});

test("problem details become the same error as everywhere", async () => {
  const problem = {
    type: "about:blank#client.exists",
    title: "client.exists",
    status: 409,
    detail: "Taken.",
    instance: "r",
  };
  const { operator } = await start([{ status: 409, headers: { "x-request-id": "r" }, body: problem }]);
  await expect(operator.createClient({ name: "Acme", id: 1 })).rejects.toMatchObject({
    kind: "invalid",
    status: 409,
    code: "client.exists",
    message: "Taken.",
    requestId: "r",
    operation: "createClient",
  });
});
