import { rm } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Claim } from "../../../jobs/claimed-work.ts";
import type { JobContext } from "../../../jobs/jobs.ts";
import { officeToPdf } from "../../../media-tools/office.ts";
import { renderPdf } from "../../../media-tools/pdf.ts";
import { CONTENT, saveFileSet } from "../../base/files/save-file.ts";
import { slideChanges } from "./changes.ts";
import { type DeckWithFiles, pageName, writeDeckPages } from "./queries.ts";

const MAX_PAGES = 1000;

/** Makes of an uploaded deck an image and the text of each page. */
export async function processSlides(context: JobContext, deck: DeckWithFiles, claim: Claim): Promise<void> {
  const { clientId, eventId, id, mediaType } = deck;
  const folder = await context.staging.makeFolder();
  try {
    const path = join(folder, `deck${extname(deck.fileName).toLowerCase()}`);
    await context.files.fetch(`${deck.fileKey}/${CONTENT}`, path);
    const options = { folder, signal: claim.signal };
    const isPdf = mediaType === "application/pdf";
    const pdf = isPdf ? path : await officeToPdf(context.config.soffice, { path, mediaType }, options);
    const { pages } = await renderPdf(pdf, { all: MAX_PAGES }, options);
    const parts = pages.map((page, index) => ({ ...page, name: pageName(index + 1), mediaType: "image/png" }));
    const set = { clientId, name: pageName(1), mediaType: "image/png", parts };
    await saveFileSet(context, set, async (tx, pagesFileId) => {
      await claim.complete(tx);
      await writeDeckPages(tx, clientId, id, { pagesFileId, texts: pages.map(({ text }) => text) });
      await slideChanges.record(tx, "slides.ready", { clientId, eventId, subjectId: id, actor: "job:process-slides" });
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
