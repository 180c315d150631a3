import PDFDocument from "pdfkit";
import { type Fit, type FittedText, fitText } from "./fit-text.ts";
import { type Piece, piecesOf } from "./pieces.ts";

/** A text that stands below another, centred. */
export interface TextBlock extends Omit<Fit, "width"> {
  readonly text: string;
  readonly colour: string;
  /** Above it, in points. */
  readonly gap: number;
  /** Colour of a line below it. */
  readonly underline?: string;
}

/** Where blocks stand, in points from the top; across the middle of the sheet unless another centre is named. */
interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly centre?: number;
}

interface SheetOptions {
  readonly languageCode: string;
  readonly direction: "ltr" | "rtl";
  readonly info: PDFKit.DocumentInfo;
}

const LINE_HEIGHT = 1.3;
/** Of a line, what is above its baseline. */
const ASCENT = 1.02;
const UNDERLINE_GAP = 9;
/** With features named, a text is set as a whole, so that right-to-left words keep their order. */
const asWhole = { lineBreak: false, features: ["kern", "liga"] } satisfies PDFKit.Mixins.TextOptions;

/** An A4 page across, on which texts of all our languages are set. */
export class Sheet {
  readonly document: PDFKit.PDFDocument;
  readonly direction: "ltr" | "rtl";
  readonly width = 841.89;
  readonly height = 595.28;

  constructor({ languageCode, direction, info }: SheetOptions) {
    this.direction = direction;
    this.document = new PDFDocument({
      ...{ size: "A4", layout: "landscape", margin: 0, lang: languageCode, displayTitle: true, info },
      // No built-in font is read: they know Latin only.
      font: null as unknown as string,
    });
  }

  /** Draws blocks below each other in the middle of an area. */
  drawBlocks(blocks: readonly TextBlock[], area: Area): void {
    const { top, bottom, width, centre = this.width / 2 } = area;
    const fitted = blocks.map((block) => ({
      ...block,
      ...fitText(block.text, { ...block, width }, (part) => this.#widthOf(part)),
    }));
    const height = fitted.reduce((sum, block) => sum + block.gap + heightOf(block), 0);
    let y = top + (bottom - top - height) / 2;
    for (const block of fitted) {
      this.#drawLines(block, centre, y + block.gap);
      y += block.gap + heightOf(block);
      if (block.underline) this.#drawLine(block.underline, centre, y, width);
    }
  }

  #drawLines({ lines, size, colour }: FittedText & { colour: string }, centre: number, top: number): void {
    this.document.fillColor(colour);
    for (const [index, line] of lines.entries()) {
      const pieces = piecesOf(line, this.direction);
      let x = centre - (this.#sumOf(pieces) * size) / 2;
      const y = top + (index * LINE_HEIGHT + ASCENT) * size;
      for (const piece of pieces) {
        this.#use(piece)
          .fontSize(size)
          .text(piece.text, x, y, { ...asWhole, baseline: "alphabetic" });
        x += this.#pieceWidth(piece) * size;
      }
    }
  }

  #drawLine(colour: string, centre: number, y: number, width: number): void {
    const half = Math.min(width, 360) / 2;
    this.document.lineWidth(0.75).strokeColor(colour);
    this.document
      .moveTo(centre - half, y)
      .lineTo(centre + half, y)
      .stroke();
  }

  /** At size 1, as all widths here. */
  #widthOf(line: string): number {
    return this.#sumOf(piecesOf(line, this.direction));
  }

  #sumOf(pieces: readonly Piece[]): number {
    return pieces.reduce((sum, piece) => sum + this.#pieceWidth(piece), 0);
  }

  #pieceWidth(piece: Piece): number {
    return this.#use(piece).fontSize(1000).widthOfString(piece.text, asWhole) / 1000;
  }

  /** PDFKit takes fonts that are read already, which its types don't tell. */
  #use({ font }: Piece): PDFKit.PDFDocument {
    return this.document.font(font.font as unknown as Buffer);
  }
}

function heightOf({ lines, size, underline }: FittedText & { underline?: string }): number {
  return lines.length * size * LINE_HEIGHT + (underline ? UNDERLINE_GAP : 0);
}
