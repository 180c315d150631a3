import { crc32 } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { oddText as odd, withConsole } from "../../../../test/console-fixture.ts";
import { listConsole } from "./list-console.ts";

const fixture = await withConsole();
beforeEach(() => fixture.renew());

async function resourcesAvailable(id = fixture.eventId) {
  const answer = await fixture.app.call(fixture.token, `GET /client/${fixture.clientId}/event/${id}`);
  return answer.json().eventanalytics.numberofresourcesavailable;
}

const pdf = { name: "myfile.pdf", content: "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF" };
const resource = { matchname: "Related Content 1", name: "ON24 Whitepaper", type: "Resource" };
const link = { matchname: "Related Content 1", name: "ON24 Website", type: "URL", url: "https://www.on24.com" };

test("a new event has the widgets that the pages presuppose, in order", async () => {
  const widgets = await listConsole(fixture.app.database.db, fixture.clientId, fixture.eventId);
  expect(widgets.map(({ kind, name, area }) => [kind, name, area])).toEqual([
    ["media-player", "Media Player", "main"],
    ["slides", "Slides", "main"],
    ["qa", "Q&A", "side"],
    ["speaker-bio", "Speaker Bio", "side"],
    ["related-content", "Related Content 1", "side"],
    ["text-with-banner", "Text With Banner 1", "side"],
    ["survey", "Take Survey", "side"],
  ]);
});

test("a file and a link go into the related content widget, in order, and are counted", async () => {
  const file = await fixture.call("POST", "relatedcontent", { form: resource, file: pdf });
  expect([file.statusCode, file.json()]).toEqual([
    200,
    { message: "RECEIVED", resource: { name: "ON24 Whitepaper", file: "myfile.pdf" } },
  ]);
  const url = await fixture.call("POST", "relatedcontent", { form: link });
  expect([url.statusCode, url.json()]).toEqual([
    200,
    { message: "RECEIVED", resource: { name: "ON24 Website", url: "https://www.on24.com" } },
  ]);
  expect((await fixture.widgetOf("related-content")).resources).toEqual([
    {
      id: expect.any(Number),
      name: "ON24 Whitepaper",
      address: expect.stringMatching(/^\/files\/[\da-f]{32}$/),
      fileName: "myfile.pdf",
      mediaType: "application/pdf",
      byteSize: Buffer.byteLength(pdf.content),
    },
    { id: expect.any(Number), name: "ON24 Website", address: "https://www.on24.com" },
  ]);
  expect(await resourcesAvailable()).toBe(2);
  const [stored] = (await fixture.widgetOf("related-content")).resources;
  const served = await fixture.app.app.server.inject({ url: stored?.address ?? "" });
  expect([served.statusCode, served.body]).toEqual([200, pdf.content]);
});

/** A zip of one stored entry. */
function zip(name: string, text: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(crc32(text), 14);
  head.writeUInt32LE(text.length, 18);
  head.writeUInt32LE(text.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + text), Buffer.from("PK\x05\x06"), Buffer.alloc(18)]);
}

function office(part: string): Buffer {
  const type = `application/vnd.openxmlformats-officedocument.${part}.main+xml`;
  return zip("[Content_Types].xml", `<Types><Override PartName="/x" ContentType="${type}"/></Types>`);
}

/** As the Office of old writes files: by a stream's name its programs know theirs. */
function compoundFile(streamName: string): Buffer {
  const head = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([head, Buffer.alloc(1024), Buffer.from(streamName, "utf16le"), Buffer.alloc(64)]);
}

const accepted: [string, Buffer | string][] = [
  ["a.doc", compoundFile("WordDocument")],
  ["a.xls", compoundFile("Workbook")],
  ["a.ppt", compoundFile("PowerPoint Document")],
  ["a.docx", office("wordprocessingml.document")],
  ["a.xlsx", office("spreadsheetml.sheet")],
  ["a.PPTX", office("presentationml.presentation")],
  [
    "a.mp3",
    Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1"), Buffer.from("fffb9064", "hex"), Buffer.alloc(500)]),
  ],
  [
    "a.mp4",
    Buffer.concat([Buffer.from("00000018", "hex"), Buffer.from("ftypisom\0\0\x02\0isommp41"), Buffer.alloc(64)]),
  ],
  ["Ünï & <1>.pdf", pdf.content],
];

test.each(accepted)("accepts %s", async (name, content) => {
  const answer = await fixture.call("POST", "relatedcontent", { form: resource, file: { name, content } });
  expect([answer.statusCode, answer.json().resource?.file]).toEqual([200, name]);
});

test.each([
  ["a.exe", "MZ"],
  ["a.pdf", "no pdf"],
  ["a.pdf", compoundFile("WordDocument")],
  ["a.doc", compoundFile("Workbook")],
  ["a.pdf.html", pdf.content],
  ["pdf", pdf.content],
  ["a.pdf", ""],
])("refuses the file %s with other content or name", async (name, content) => {
  const options = { form: resource, file: { name, content } };
  await fixture.refused("relatedcontent", options, 400, "File is not accepted filetype");
});

test("refuses a widget that is not there, or there twice", async () => {
  const missing = { form: { ...link, matchname: "Related Content 2" } };
  await fixture.refused("relatedcontent", missing, 404, `Related Content 2 not found for event ${fixture.eventId}`);
  // Letters count.
  const other = { form: { ...resource, matchname: "related content 1" }, file: pdf };
  await fixture.refused("relatedcontent", other, 404, `related content 1 not found for event ${fixture.eventId}`);
  const wrongKind = { form: { ...link, matchname: "Speaker Bio" } };
  await fixture.refused("relatedcontent", wrongKind, 404, `Speaker Bio not found for event ${fixture.eventId}`);
  await fixture.doubleWidget("related-content");
  const several = `More than one Related Content 1 for event ${fixture.eventId}`;
  await fixture.refused("relatedcontent", { form: link }, 400, several);
  await fixture.refused("relatedcontent", { form: resource, file: pdf }, 400, several);
});

test.each([
  [{ matchname: "" }, undefined, "The matchname parameter is missing."],
  [{ name: "" }, undefined, "The name parameter is missing."],
  [{ type: "" }, undefined, "The type parameter is missing."],
  [{ url: "" }, undefined, "The url parameter is missing."],
  [{ type: "Resource", url: "" }, undefined, "The file parameter is missing."],
  [{ type: "url" }, undefined, "Invalid value for the type parameter."],
  [{ type: "resource", url: "" }, pdf, "Invalid value for the type parameter."],
  [{}, pdf, "The file parameter can't be sent when type is URL."],
  [{ type: "Resource" }, pdf, "The url parameter can't be sent when type is Resource."],
  [{ name: "x".repeat(256) }, undefined, "Invalid value for the name parameter."],
  [{ url: "javascript:alert(1)" }, undefined, "Invalid value for the url parameter."],
  [{ url: "java\nscript:alert(1)" }, undefined, "Invalid value for the url parameter."],
  [{ url: "data:text/html,x" }, undefined, "Invalid value for the url parameter."],
  [{ url: "//example.com" }, undefined, "Invalid value for the url parameter."],
  [{ url: "http://" }, undefined, "Invalid value for the url parameter."],
  [{ url: `https://x/${"x".repeat(2000)}` }, undefined, "Invalid value for the url parameter."],
])("refuses related content %j", async (wrong, file, message) => {
  const form = { ...link, ...wrong } as Record<string, string>;
  await fixture.refused("relatedcontent", { form, ...(file && { file }) }, 400, message);
});

test("refuses a file above 50 MB and keeps nothing of it", async () => {
  const content = Buffer.alloc(50 * 1024 * 1024 + 1, "x");
  const before = await fixture.snapshot();
  const answer = await fixture.call("POST", "relatedcontent", { form: resource, file: { ...pdf, content } });
  expect(answer.statusCode).toBe(413);
  expect(await fixture.snapshot()).toEqual(before);
});

test("an empty file part beside a URL is what browsers send where no file was chosen", async () => {
  const answer = await fixture.call("POST", "relatedcontent", { form: link, file: { name: "", content: "" } });
  expect(answer.json()).toEqual({ message: "RECEIVED", resource: { name: link.name, url: link.url } });
});

test("names and addresses are kept as they were given", async () => {
  const form = { ...link, name: odd, url: "https://x/?a=1&b='<\">%20é" };
  expect((await fixture.call("POST", "relatedcontent", { form })).json().resource).toEqual({
    name: odd,
    url: form.url,
  });
  expect((await fixture.widgetOf("related-content")).resources[0]).toMatchObject({ name: odd, address: form.url });
});

test("many at once are all there, counted and in an order", async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      fixture.call("POST", "relatedcontent", n % 2 ? { form: link } : { form: resource, file: pdf }),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
  expect(await resourcesAvailable()).toBe(8);
  const { rows } = await fixture.app.database.pool.query(
    "select position from resources where event_id = $1 order by position",
    [fixture.eventId],
  );
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("adding to the console changes the event, and is recorded", async () => {
  await fixture.app.database.pool.query("update events set modified_at = '2020-01-01' where id = $1", [
    fixture.eventId,
  ]);
  await fixture.call("POST", "relatedcontent", { form: link });
  const { rows } = await fixture.app.database.pool.query(
    `select e.modified_at > '2021-01-01' as touched, c.kind, c.actor from events e join changes c on c.event_id = e.id
     where e.id = $1 and c.kind like 'resource.%'`,
    [fixture.eventId],
  );
  expect(rows).toEqual([{ touched: true, kind: "resource.created", actor: `token:${fixture.token.id}` }]);
});
