import { directionOf, type LanguageCode } from "@lectern/texts/languages";
import { speak } from "@lectern/texts/say";
import { encode } from "uqr";
import { Sheet, type TextBlock } from "./sheet.ts";

/** What stands on a certificate. */
export interface CertificateText {
  readonly languageCode: LanguageCode;
  readonly issuer: string;
  readonly holder: string;
  readonly eventTitle: string;
  readonly title: string;
  /** Of the part that was earned, when it is not all of it. */
  readonly partialCredit: string | null;
  readonly credits: number | null;
  readonly earnedAt: Date;
  /** As the language writes the day. */
  readonly earnedOn: string;
  readonly number: string;
  /** Where everybody can look whether it is genuine. */
  readonly address: string;
}

const colours = { ink: "#1b2130", quiet: "#535d74", accent: "#3046c9", line: "#c9cfde", paper: "#fffefb" };

/** A certificate as PDF, which is sent while it is made. */
export function certificatePaper(text: CertificateText): PDFKit.PDFDocument {
  const { languageCode, issuer, holder, title, earnedAt } = text;
  const sheet = new Sheet({
    ...{ languageCode, direction: directionOf(languageCode) },
    info: { Title: `${title} · ${holder}`, Author: issuer, CreationDate: earnedAt },
  });
  drawFrame(sheet);
  sheet.drawBlocks(wordsOf(text), { top: 64, bottom: 424, width: 620 });
  drawFoot(sheet, text);
  sheet.document.end();
  return sheet.document;
}

/** Two lines all round, and a stroke at each corner between them. */
function drawFrame({ document, width, height }: Sheet): void {
  document.rect(0, 0, width, height).fill(colours.paper);
  const [outer, inner, corner] = [26, 36, 62];
  document.lineWidth(2.25).strokeColor(colours.accent);
  document.rect(outer, outer, width - 2 * outer, height - 2 * outer).stroke();
  document.lineWidth(0.5);
  document.rect(inner, inner, width - 2 * inner, height - 2 * inner).stroke();
  for (const [x, y, right, down] of [
    [inner, inner, 1, 1],
    [width - inner, inner, -1, 1],
    [inner, height - inner, 1, -1],
    [width - inner, height - inner, -1, -1],
  ] as const) {
    const reach = corner - inner;
    document.moveTo(x + right * reach, y).quadraticCurveTo(x + right * reach, y + down * reach, x, y + down * reach);
  }
  document.stroke();
}

function wordsOf(text: CertificateText): TextBlock[] {
  const { issuer, holder, eventTitle, title, partialCredit, credits, languageCode } = text;
  const say = speak(languageCode);
  const quiet = { sizes: [13, 11, 9], maxLines: 1, colour: colours.quiet };
  const earned = credits === null ? null : say("certificates:credits", { credits });
  const credit = [title, partialCredit, earned].filter((part) => part !== null).join(" · ");
  return [
    { ...quiet, text: issuer, gap: 0 },
    { text: say("certificates:paper.heading"), sizes: [40, 32], maxLines: 1, colour: colours.accent, gap: 12 },
    { ...quiet, text: say("certificates:paper.awardedTo"), gap: 16 },
    { text: holder, sizes: [44, 38, 32, 26, 21], maxLines: 2, colour: colours.ink, gap: 8, underline: colours.line },
    { ...quiet, text: say("certificates:paper.for"), gap: 24 },
    { text: eventTitle, sizes: [24, 20, 17, 14], maxLines: 2, colour: colours.ink, gap: 6 },
    { text: credit, sizes: [14, 12, 10], maxLines: 2, colour: colours.quiet, gap: 10 },
  ];
}

/** The day, the code that leads to the certificate's page, and the number. */
function drawFoot(sheet: Sheet, { earnedOn, number, address, languageCode }: CertificateText): void {
  const say = speak(languageCode);
  const centre = sheet.width / 2;
  const [first, last] = sheet.direction === "rtl" ? [1, -1] : [-1, 1];
  drawLabelled(sheet, say("certificates:paper.date"), earnedOn, centre + first * 225);
  drawLabelled(sheet, say("certificates:number"), number, centre + last * 225);
  drawCode(sheet, address, { centre, top: 432, side: 70 });
  const check = say("certificates:paper.check", { address: address.replace(/^https?:\/\//, "") });
  sheet.drawBlocks([{ text: check, sizes: [9, 8, 7, 6], maxLines: 1, colour: colours.quiet, gap: 0 }], {
    ...{ top: 516, bottom: 534, width: 640 },
  });
}

function drawLabelled(sheet: Sheet, label: string, value: string, centre: number): void {
  const blocks = [
    { text: value, sizes: [13, 11, 9], maxLines: 1, colour: colours.ink, gap: 0, underline: colours.line },
    { text: label, sizes: [9, 8, 7], maxLines: 1, colour: colours.quiet, gap: 8 },
  ];
  sheet.drawBlocks(blocks, { top: 456, bottom: 502, width: 190, centre });
}

function drawCode(
  { document }: Sheet,
  address: string,
  { centre, top, side }: { centre: number; top: number; side: number },
): void {
  const { data, size } = encode(address, { ecc: "M", border: 0 });
  const dot = side / size;
  data.forEach((row, y) => {
    row.forEach((isDark, x) => {
      if (isDark) document.rect(centre - side / 2 + x * dot, top + y * dot, dot, dot);
    });
  });
  document.fill(colours.ink);
}
