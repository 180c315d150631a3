import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConversionError } from "./conversion-error.ts";
import { ProgramFailedError, type RunOptions, runProgram } from "./run-program.ts";

export interface PdfPage {
  /** The page as PNG. */
  readonly path: string;
  readonly byteSize: number;
  /** What can be read on it. */
  readonly text: string;
}

export interface RenderedPdf {
  /** Of the whole document. */
  readonly pageCount: number;
  readonly pages: readonly PdfPage[];
}

/** What the process leaves in `pages.json`. */
export interface PdfReport {
  readonly fault?: "unreadable" | "locked" | "long";
  readonly pageCount: number;
  readonly texts: readonly string[];
}

const faults = {
  unreadable: "The PDF is damaged",
  locked: "The PDF is locked with a password",
  crashed: "The PDF is damaged, or needs more memory than it may have",
  long: "The PDF has more pages than can be shown",
};

/** It is opened in memory. */
const MAX_BYTES = 500 * 1024 * 1024;
const LIMIT_SECONDS = 900;
/** Of JavaScript alone; the process limits PDFium's memory itself. */
const HEAP_MB = 512;

// A program of its own beside this file; sources that are run as they are (tests) find the built one.
const program = fileURLToPath(
  import.meta.url.endsWith(".ts")
    ? new URL("../../dist/src/media-tools/pdf-process.js", import.meta.url)
    : new URL("./pdf-process.js", import.meta.url),
);

/**
 * Renders a PDF in a process of its own: a hostile one may crash PDFium or exhaust its memory, not the server's.
 * Throws ConversionError.
 * @param which "all" up to a number of pages, or the "first" as a cover
 */
export async function renderPdf(
  path: string,
  which: { all: number } | "first",
  { folder, signal }: Pick<RunOptions, "folder" | "signal">,
): Promise<RenderedPdf> {
  if ((await stat(path)).size > MAX_BYTES) throw new ConversionError("The PDF is larger than 500 MB");
  const into = join(folder, "pages");
  await mkdir(into);
  const args = [
    `--max-old-space-size=${HEAP_MB}`,
    program,
    path,
    into,
    which === "first" ? "first" : String(which.all),
  ];
  const options = { folder, signal, limitSeconds: LIMIT_SECONDS, missing: "Node.js cannot be started" };
  await runProgram(process.execPath, args, options).catch((error: unknown) => {
    throw error instanceof ProgramFailedError ? new ConversionError(faults.crashed, error) : error;
  });
  const report = JSON.parse(await readFile(join(into, "pages.json"), "utf8")) as PdfReport;
  if (report.fault) throw new ConversionError(faults[report.fault]);
  const pages = report.texts.map(async (text, index) => {
    const image = join(into, `page-${index + 1}.png`);
    return { path: image, byteSize: (await stat(image)).size, text };
  });
  return { pageCount: report.pageCount, pages: await Promise.all(pages) };
}
