import { beforeEach, expect, test } from "vitest";
import { besideApp, type TestApp, withApp } from "../../../../test/harness.ts";
import { addMail, addPerson, composed, mailTotals, type Person } from "../../../../test/mail-fixture.ts";

const publicUrl = "https://webinars.example.com";

const app = await withApp({ publicUrl, mailTracking: true });
let event: Awaited<ReturnType<TestApp["build"]["event"]>>;
let gina: Person;
beforeEach(async () => {
  event = await app.build.event((await app.build.client()).id);
  gina = await addPerson(app, event);
  await addMail(app, gina, "reminder-1");
});

const open = (address: string, method: "GET" | "HEAD" = "GET", target = app) =>
  target.app.server.inject({ method, url: address.replace(publicUrl, "") });

/** Links of a mail's HTML part, unescaped. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&#38;", "&").replaceAll("&amp;", "&"),
  );
}

const pixelOf = (html: string) => / src="([^"]*\/o\.gif)"/.exec(html)?.[1] ?? "";

test("an opened mail is counted once, however often its picture is loaded", async () => {
  const { html } = await composed(app, gina, "reminder-1");
  for (let times = 0; times < 3; times++) {
    const answer = await open(pixelOf(html));
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["cache-control"]]).toEqual([
      200,
      "image/gif",
      "no-store",
    ]);
  }
  expect(await mailTotals(app, event.id)).toEqual({ "reminder-1": { sent: 1, bounced: 0, opened: 1, clicked: 0 } });
});

test("a followed link leads on and counts once, as opened too", async () => {
  const { html } = await composed(app, gina, "reminder-1");
  const [join = "", help = ""] = linksOf(html);
  for (const link of [join, help, join]) {
    expect(link).toMatch(/^https:\/\/webinars\.example\.com\/wcc\/m\/[^/]+\/l\/[\w-]{22}\?to=https%3A/);
    const answer = await open(link);
    expect(answer.statusCode).toBe(302);
    expect(answer.headers.location).toBe(new URL(link).searchParams.get("to"));
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
  }
  expect(new URL(join).searchParams.get("to")).toMatch(/\/join$/);
  await open(pixelOf(html));
  expect(await mailTotals(app, event.id)).toEqual({ "reminder-1": { sent: 1, bounced: 0, opened: 1, clicked: 1 } });
});

test("opening first and clicking then counts each once, also when both come at the same time", async () => {
  const { html } = await composed(app, gina, "reminder-1");
  const [join = ""] = linksOf(html);
  await Promise.all([pixelOf(html), join, join, pixelOf(html), join].map((address) => open(address)));
  expect(await mailTotals(app, event.id)).toEqual({ "reminder-1": { sent: 1, bounced: 0, opened: 1, clicked: 1 } });
});

test("a program that only looks where a link leads counts nothing", async () => {
  const { html } = await composed(app, gina, "reminder-1");
  expect((await open(pixelOf(html), "HEAD")).statusCode).toBe(200);
  expect((await open(linksOf(html)[0] ?? "", "HEAD")).statusCode).toBe(302);
  expect(await mailTotals(app, event.id)).toEqual({ "reminder-1": { sent: 1, bounced: 0, opened: 0, clicked: 0 } });
});

test("the counter sends nobody where we did not want to", async () => {
  const { html } = await composed(app, gina, "reminder-1");
  const [link = ""] = linksOf(html);
  const own = new URL(link);
  const forged = new URL(link);
  forged.searchParams.set("to", "https://evil.example/");
  const other = await composed(app, await addPerson(app, event), "reminder-1");
  const swapped = new URL(link);
  swapped.pathname = new URL(linksOf(other.html)[0] ?? "").pathname;
  const bare = `${own.origin}${own.pathname}`;
  for (const address of [forged.href, swapped.href, bare, `${bare}?to=`, `${link}&to=https://evil.example/`])
    expect((await open(address)).statusCode, address).toBe(404);
  expect((await open(`${publicUrl}/wcc/m/nonsense/o.gif`)).statusCode).toBe(200);
  expect((await mailTotals(app, event.id))["reminder-1"]).toMatchObject({ opened: 0, clicked: 0 });
});

test("a producer's own links are counted; those that unsubscribe, and our own mails, are not", async () => {
  const body =
    '<a href="https://acme.com/?a=1&b=#EMAIL#">x</a> <a href="#UNSUBSCRIBEURL#">y</a> <img src="https://acme.com/i.png">';
  await app.database.pool.query("update event_emails set body = $1 where event_id = $2 and kind = 'reminder-1'", [
    body,
    event.id,
  ]);
  const { html, text, headers } = await composed(app, gina, "reminder-1");
  const [link = "", unsubscribe = ""] = linksOf(html);
  expect((await open(link)).headers.location).toMatch(/^https:\/\/acme\.com\/\?a=1&b=person-\d+%40acme\.com$/);
  expect(headers["List-Unsubscribe"]).toBe(`<${unsubscribe}>`);
  expect(unsubscribe).toMatch(/\/wcc\/p\/\d+\/[\w-]+\/unsubscribe$/);
  expect(html).toContain('src="https://acme.com/i.png"');
  expect(text).not.toContain("/wcc/m/");
  const unconfirmed = await addPerson(app, event, { status: "unconfirmed" });
  expect((await composed(app, unconfirmed, "confirm-address")).html).not.toContain("/wcc/m/");
});

test("switched off, mails have no picture, their links are their own, and older mails' links lead on uncounted", async () => {
  const before = await composed(app, gina, "reminder-1");
  const counted = await mailTotals(app, event.id);
  const quiet = await besideApp({ publicUrl, mailTracking: false });
  const { html } = await composed(quiet, await addPerson(quiet, event), "reminder-1");
  expect(html).not.toMatch(/\/wcc\/m\/|<img/);
  expect((await open(linksOf(before.html)[0] ?? "", "GET", quiet)).statusCode).toBe(302);
  expect((await open(pixelOf(before.html), "GET", quiet)).statusCode).toBe(200);
  expect(await mailTotals(app, event.id)).toEqual(counted);
});
