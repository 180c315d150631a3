import { directionOf, languages } from "@lectern/texts/languages";
import { expect, test } from "vitest";
import { withApp } from "../../../../test/harness.ts";
import { operate, operated } from "../../../../test/operator-api.ts";
import { readPaper } from "../../../../test/read-paper.ts";
import { liveRoom } from "../../../../test/room-fixture.ts";
import { addWidget } from "../../webinars/console/add-widget.ts";

const publicUrl = "https://webinars.example.com";
const app = await withApp({ publicUrl });
const { db } = app.database;

const get = (url: string, headers = {}) => app.app.server.inject({ url, headers });

/** Somebody who has earned a certificate, and where it can be seen. */
async function holderOf(person: Record<string, string> = {}) {
  const room = await liveRoom(app);
  const content = { title: "Certified <b>", minimumMinutes: 0, credits: 5 };
  const place = { clientId: room.clientId, eventId: room.eventId, actor: "operator" };
  const certificationId = await addWidget(db, place, { kind: "certification", content });
  const registrantId = await room.person(person);
  const page = await room.enter({ registrantId });
  const { address } = (await page.say("certificates.claim", { certificationId })) as unknown as { address: string };
  await room.closeAll();
  return { ...room, registrantId, address, path: new URL(address).pathname };
}

test("its page tells everybody what is certified, and gives the paper", async () => {
  const { path } = await holderOf({ firstname: "Ann & Co", lastname: "Łukasz" });
  const page = await get(path);
  expect(page.statusCode).toBe(200);
  expect(page.headers).toMatchObject({ "cache-control": "no-store", "x-robots-tag": "noindex, nofollow" });
  for (const part of ["Ann &#38; Co Łukasz", "Certified &#60;b&#62;", "Credits: 5", path.slice(-19)])
    expect(page.body).toContain(part);
  const link = /href="([^"]+\.pdf)"/.exec(page.body)?.[1] as string;
  const paper = await get(link);
  expect(paper.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="certificate-${path.slice(-19)}.pdf"`,
  });
  const { text } = await readPaper(paper.rawPayload);
  for (const part of ["Ann & Co Łukasz", "Certified <b>", path.slice(-19)]) expect(text).toContain(part);
});

test("a number is found as people type it; another is none", async () => {
  const { path } = await holderOf();
  const number = path.slice(-19);
  const sloppy = number.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  for (const typed of [number, number.replaceAll("-", ""), ` ${sloppy} `]) {
    const answer = await get(`/certificate?${new URLSearchParams({ number: typed, lang: "de" })}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}?lang=de`]);
  }
  const others = ["0000-0000-0000-0000", "x", "<script>", "A".repeat(5000), number.slice(0, -1), "%00"];
  for (const typed of others) {
    const answer = await get(`/certificate?${new URLSearchParams({ number: typed })}`);
    expect([typed, answer.statusCode]).toEqual([typed, 404]);
    expect(answer.body).toContain("No such certificate");
    expect(answer.body).not.toContain("<script>");
  }
  for (const end of ["", "/certificate.pdf"]) expect((await get(`/certificate/0000${end}`)).statusCode).toBe(404);
});

test.each(languages.map(({ code }) => code))(
  "in %s it is asked and told whether a certificate is genuine",
  async (code) => {
    const { path } = await holderOf();
    for (const url of [`/certificate?lang=${code}`, `${path}?lang=${code}`]) {
      const { body } = await get(url);
      expect(body).toMatch(new RegExp(`<html lang="${code}[^"]*" dir="${directionOf(code)}">`));
      expect(body.includes("genuine")).toBe(code === "en" && url !== `/certificate?lang=${code}`);
    }
  },
);

test("an event's own language is that of its paper", async () => {
  const { path, eventId } = await holderOf({ firstname: "محمد", lastname: "الرشيد" });
  await db.updateTable("events").set({ languageCode: "ar", countryCode: null }).where("id", "=", eventId).execute();
  const paper = await get(`${path}/certificate.pdf`, { "accept-language": "de" });
  expect(paper.statusCode).toBe(200);
  expect(paper.rawPayload.toString("latin1")).toContain("/Lang (ar)");
});

test("it outlives its event, and ends with its client or its holder", async () => {
  const kept = await holderOf();
  await db.updateTable("events").set({ deletedAt: new Date() }).where("id", "=", kept.eventId).execute();
  expect((await get(kept.path)).statusCode).toBe(200);
  await db.updateTable("clients").set({ isActive: false }).where("id", "=", kept.clientId).execute();
  expect((await get(kept.path)).statusCode).toBe(404);

  const email = "cora.gone@example.com";
  const gone = await holderOf({ email });
  const urls = [gone.path, `${gone.path}/certificate.pdf`];
  for (const url of urls) expect((await get(url)).statusCode).toBe(200);
  await app.call(gone.token, `POST /client/${gone.clientId}/forget`, { form: { email } });
  await expect.poll(async () => (await get(gone.path)).statusCode).toBe(404);
  for (const url of urls) expect((await get(url)).statusCode).toBe(404);
});

test("after a correction of the name it is written anew under the same number, once", async () => {
  const { clientId, eventId, registrantId, path } = await holderOf({ firstname: "Anm", lastname: "Lee" });
  const list = `/clients/${clientId}/events/${eventId}/registrants/${registrantId}/certificates`;
  const [before] = (await operated<{ certificates: object[] }>(app, `GET ${list}`)).certificates;
  expect(before).toMatchObject({ holder: "Anm Lee", url: publicUrl + path, credits: 5 });
  await db.updateTable("registrants").set({ firstName: "Ann" }).where("id", "=", registrantId).execute();
  for (let time = 0; time < 2; time++) {
    const { certificates } = await operated<{ certificates: object[] }>(app, `POST ${list}/reissue`);
    expect(certificates).toEqual([{ ...before, holder: "Ann Lee" }]);
  }
  const { text } = await readPaper((await get(`${path}/certificate.pdf`)).rawPayload);
  expect(text).toContain("Ann Lee");
  const kinds = db.selectFrom("changes").select("kind").where("subjectId", "=", registrantId);
  expect(await kinds.where("kind", "=", "certificate.reissued").execute()).toHaveLength(1);
  const elsewhere = await liveRoom(app);
  const foreign = `/clients/${elsewhere.clientId}/events/${elsewhere.eventId}/registrants/${registrantId}/certificates`;
  expect((await operate(app, `POST ${foreign}/reissue`)).statusCode).toBe(404);
  expect((await operated<{ certificates: object[] }>(app, `GET ${foreign}`)).certificates).toEqual([]);
});

test("the attendee's operation tells the paper's address", async () => {
  const { token, clientId, eventId, address } = await holderOf();
  const answer = await app.call(token, `GET /client/${clientId}/event/${eventId}/attendee`);
  const [{ certificationurl }] = answer.json().attendees[0].certifications;
  expect(certificationurl).toBe(`${address}/certificate.pdf`);
  expect((await get(new URL(certificationurl).pathname)).headers["content-type"]).toBe("application/pdf");
});
