import { operations } from "@lectern/contract/operations";
import fc from "fast-check";
import { expect, test } from "vitest";
import { withApp } from "./harness.ts";

// Random bytes, forms, queries and paths at every operation: a clear answer, never a 5xx, never a leaked detail.

const app = await withApp();
const client = await app.build.client();
const token = await app.build.token(client.id);
const eventId = (await app.build.event(client.id)).id;
const doomedEventId = (await app.build.event(client.id)).id;
const emailId = (await app.database.db.selectFrom("eventEmails").select("id").executeTakeFirstOrThrow()).id;
/** For the one operation after which there is no event. */

const names = fc.constantFrom(
  "email",
  "firstname",
  "std1",
  "country",
  "workphone",
  "isdeleted",
  "honorrequired",
  "startdate",
  "enddate",
  "dateinterval",
  "dateintervaloffset",
  "dateintervaltimezone",
  "pageoffset",
  "itemsperpage",
  "userstatus",
  "subaccounts",
  "livestart",
  "liveduration",
  "timezone",
  "title",
  "tagcampaign",
  "customaccounttag",
  "eventtype",
  "languagecd",
  "eventsource",
  "context",
  "sourceeventid",
  "eventid",
  "enableregistration",
  "archiveavailable",
  "activated",
  "whentosend",
  "goodafter",
  "fromlabel",
  "replyto",
  "subject",
  "body",
  "reminder",
  "__proto__",
  "constructor",
);
const nasty = fc.constantFrom(
  "",
  "'; drop table registrants; --",
  "<script>alert(1)</script>",
  "\0",
  "%00",
  "%",
  "%ff",
  "\ud800",
  "1e308",
  "-1",
  "NaN",
  "99999999999999999999",
  "2024-02-30",
  "2024-03-10T02:30:00",
  "[object Object]",
  "💥",
  "x".repeat(5000),
);
const value = fc.oneof(nasty, fc.string({ unit: "binary", maxLength: 50 }), fc.string({ maxLength: 200 }));
const pairs = fc.array(fc.tuple(fc.oneof(names, fc.string({ maxLength: 20 })), value), { maxLength: 12 });
const encoded = pairs.map((list) =>
  list
    .map(([name, text]) => `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(text.toWellFormed())}`)
    .join("&"),
);
const body = fc.oneof(
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  encoded,
  pairs.map((list) => list.map((pair) => pair.join("=")).join("&")),
  fc.json(),
);
const contentType = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/json",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "application/x-www-form-urlencoded; charset=utf-16",
  "application/x-www-form-urlencoded; charset=nonsense",
  "",
);
const segment = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom("%ff", "%", "a@b.c", "..", "%00"),
);

test.each(operations.map((operation) => [operation.id, operation] as const))(
  "%s",
  async (_id, operation) => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        segment,
        encoded,
        body,
        contentType,
        fc.constantFrom("application/xml", "*/*"),
        async (isOwn, text, query, payload, type, accept) => {
          const known: Record<string, string> = {
            clientId: String(token.clientId),
            eventId: String(operation.id === "EventManagement.DeleteWebinar" ? doomedEventId : eventId),
            emailId: String(emailId),
          };
          const path = operation.path.replace(
            /\{(\w+)\}/g,
            (_, name: string) => (isOwn ? known[name] : undefined) ?? text,
          );
          const answer = await app.app.server.inject({
            method: operation.method,
            url: `/v2${path}?${query}`,
            headers: {
              accesstokenkey: token.key,
              accesstokensecret: token.secret,
              accept,
              ...(type && { "content-type": type }),
            },
            ...(operation.method !== "GET" && { payload }),
          });
          if (answer.statusCode !== 501) expect(answer.statusCode).toBeLessThan(500);
          expect(answer.headers["content-type"]).toMatch(/^application\/(json|xml)/);
          expect(answer.body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|syntax error|duplicate key|relation "/i);
          expect(answer.body).not.toMatch(/:null\b/);
        },
      ),
      { numRuns: app.app.built.has(operation.id) ? 60 : 5 },
    );
  },
  60_000,
);
