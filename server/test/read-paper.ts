import { PDFiumLibrary } from "@hyzyla/pdfium";

/** What a reader of PDF finds in one: the text of its first page, and how many pages there are. */
export async function readPaper(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    const text = document.getPage(0).getText();
    const pages = document.getPageCount();
    document.destroy();
    return { text, pages };
  } finally {
    library.destroy();
  }
}
