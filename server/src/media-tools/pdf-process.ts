import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { type PDFiumDocument, PDFiumLibrary, type PDFiumPage } from "@hyzyla/pdfium";
import { PNG } from "pngjs";
import { cutText } from "../lib/cut-text.ts";
import type { PdfReport } from "./pdf.ts";

// Run by renderPdf as a process: PDF, folder for the results, and which pages ("first", or all up to a number).

/** 1.5 GB for PDFium: whatever needs more is refused. Must be set before it is loaded. */
setFlagsFromString("--wasm-max-mem-pages=24576");

/** Of an image, in pixels. */
const WIDTH = 1600;
const MAX_HEIGHT = 3200;
/** Characters of a page's text that are kept. */
const MAX_TEXT = 20_000;

async function run(path: string, folder: string, which: string): Promise<void> {
  const report = await render(path, folder, which);
  await writeFile(join(folder, "pages.json"), JSON.stringify(report));
}

async function render(path: string, folder: string, which: string): Promise<PdfReport> {
  const library = await PDFiumLibrary.init();
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(await readFile(path));
  } catch (error) {
    return { fault: /password/i.test(String(error)) ? "locked" : "unreadable", pageCount: 0, texts: [] };
  }
  const pageCount = document.getPageCount();
  if (pageCount === 0) return { fault: "unreadable", pageCount, texts: [] };
  if (which !== "first" && pageCount > Number(which)) return { fault: "long", pageCount, texts: [] };
  const texts: string[] = [];
  for (let index = 0; index < (which === "first" ? 1 : pageCount); index++) {
    const page = document.getPage(index);
    // Before it is rendered, which closes it.
    texts.push(textOf(page));
    await writeFile(join(folder, `page-${index + 1}.png`), await toPng(page));
  }
  return { pageCount, texts };
}

async function toPng(page: PDFiumPage): Promise<Buffer> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(WIDTH / originalWidth, MAX_HEIGHT / originalHeight);
  const { width, height, data } = await page.render({
    width: Math.max(1, Math.round(originalWidth * scale)),
    height: Math.max(1, Math.round(originalHeight * scale)),
    // What was filled in is no part of the page itself; the library leaves it off unless asked.
    renderFormFields: true,
    render: async (bitmap) => bitmap.data,
  });
  const png = Object.assign(new PNG({ width, height }), { data: Buffer.from(data) });
  // Without alpha: pages are opaque.
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true });
}

/** Without what PostgreSQL's text cannot hold: PDFs contain anything. */
function textOf(page: PDFiumPage): string {
  return cutText(page.getText().replaceAll("\0", "").replace(/\r\n?/g, "\n").toWellFormed(), MAX_TEXT).trim();
}

const [path = "", folder = "", which = ""] = process.argv.slice(2);
await run(path, folder, which);
