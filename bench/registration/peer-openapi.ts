import { person } from "./person.ts";

/** A document with the one operation, for mocks that are made from one. */
export function writeOpenApi() {
  const values = Object.entries(person).map(([column, value]) => [column.replaceAll("_", ""), value]);
  const fields = Object.fromEntries([["email", "john@example.com"], ...values]) as Record<string, string>;
  const properties = Object.fromEntries(Object.keys(fields).map((name) => [name, { type: "string" }]));
  const answer = { eventuserid: 100000001, eventid: 1000001, ...fields, userstatus: "active" };
  return {
    openapi: "3.0.3",
    info: { title: "Registration", version: "1" },
    paths: {
      "/v2/client/{clientId}/event/{eventId}/registrant": {
        post: {
          parameters: ["clientId", "eventId"].map((name) => ({
            name,
            in: "path",
            required: true,
            schema: { type: "integer" },
          })),
          requestBody: {
            content: {
              "application/x-www-form-urlencoded": { schema: { type: "object", required: ["email"], properties } },
            },
          },
          responses: { 200: { description: "Registered", content: { "application/json": { example: answer } } } },
        },
      },
    },
  };
}
