import { expect, expectTypeOf, test } from "vitest";
import { type Reply, startScript } from "../test/scripted-server.ts";
import {
  createOperator,
  type OperatorAnswer,
  type OperatorInput,
  type OperatorOperationId,
  type PagedOperationId,
} from "./operator.ts";

const operatorKey = "operator-key-0123456789-0123456789";

async function start(replies: Reply[], ending = "") {
  const { baseUrl, seen } = await startScript(replies);
  return { seen, operator: createOperator({ baseUrl: `${baseUrl}${ending}`, operatorKey, retries: 0 }) };
}

test.each(["", "/v2", "/api/"])(
  "calls below /api with the key, for a base address that ends in '%s'",
  async (ending) => {
    const { operator, seen } = await start([{ status: 201, body: { id: 1, name: "Acme" } }], ending);
    expect(await operator.call("createClient", { body: { name: "Acme" } })).toEqual({ id: 1, name: "Acme" });
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
  expect(await operator.call("disableToken", { params: { clientId: 1, tokenId: 2 } })).toBeUndefined();
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
  await expect(operator.call("createClient", { body: { name: "Acme", id: 1 } })).rejects.toMatchObject({
    kind: "invalid",
    status: 409,
    code: "client.exists",
    message: "Taken.",
    requestId: "r",
    operation: "createClient",
  });
});

const event = { clientId: 1, eventId: 2 };

test("a body that is no JSON is sent as the type it is, and flags as true and false", async () => {
  const { operator, seen } = await start([{ status: 202, body: { importId: 3 } }]);
  await operator.call("createImport", {
    params: event,
    query: { dryRun: true, honorRequired: false },
    headers: { "idempotency-key": "crm-1" },
    file: { type: "text/csv", content: "email\na@b.co\n" },
  });
  expect(seen[0]).toMatchObject({
    url: "/api/clients/1/events/2/imports?dryRun=true&honorRequired=false",
    headers: { "content-type": "text/csv", "idempotency-key": "crm-1", authorization: `Bearer ${operatorKey}` },
    body: "email\na@b.co\n",
  });
});

test("a list is walked by its cursors, and one that never ends is noticed", async () => {
  const { operator, seen } = await start([
    { status: 200, body: { imports: [], next: "a" } },
    { status: 200, body: { imports: [], next: "b" } },
    { status: 200, body: { imports: [] } },
  ]);
  const pages = [];
  for await (const page of operator.pages("listImports", { params: event, query: { limit: 5 } })) pages.push(page);
  expect([pages.length, seen.map(({ url }) => url.split("?")[1])]).toEqual([
    3,
    ["limit=5", "limit=5&cursor=a", "limit=5&cursor=b"],
  ]);
  const endless = await start([1, 2].map(() => ({ status: 200, body: { imports: [], next: "a" } })));
  const walk = async () => {
    for await (const _ of endless.operator.pages("listImports", { params: event }));
  };
  await expect(walk()).rejects.toMatchObject({ kind: "server", operation: "listImports" });
});

test("what an operation needs, knows and answers is checked by the compiler", () => {
  type Input<Id extends OperatorOperationId> = OperatorInput<Id>;
  expectTypeOf<Input<"listTokens">>().toExtend<{ params: { clientId: number } }>();
  expectTypeOf<{ params: { clientId: 1 } }>().not.toExtend<Input<"issueToken">>();
  expectTypeOf<{ body: { name: "Acme" } }>().toExtend<Input<"createClient">>();
  expectTypeOf<{ body: { nam: "Acme" } }>().not.toExtend<Input<"createClient">>();
  expectTypeOf<Record<never, never>>().toExtend<Input<"createDemo">>();
  expectTypeOf<{ params: { clientId: 1; eventId: 2; language: "en" }; body: { vtt: "" } }>().toExtend<
    Input<"setCaptions">
  >();
  expectTypeOf<{ type: "text/plain"; content: "" }>().not.toExtend<NonNullable<Input<"createImport">["file"]>>();
  expectTypeOf<OperatorAnswer<"disableToken">>().toEqualTypeOf<undefined>();
  expectTypeOf<PagedOperationId>().toEqualTypeOf<
    | "getForgetting"
    | "listChatLines"
    | "listConversions"
    | "listForgettings"
    | "listImports"
    | "listImportRows"
    | "listMailbox"
    | "listMedia"
    | "listQuestions"
    | "listTeamChatLines"
    | "listWaiting"
  >();
});
