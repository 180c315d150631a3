import bidiFactory, { type Bidi } from "bidi-js";
import { fontOf, type PaperFont } from "./fonts.ts";

/** A part of a line that one font writes in one direction. */
export interface Piece {
  readonly text: string;
  readonly font: PaperFont;
}

type LevelledPiece = Piece & { readonly level: number };

/** Its types tell of a module of another format than it has. */
const bidi = (bidiFactory as unknown as () => Bidi)();
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A line in the order in which it is drawn from left to right (UAX 9); fonts turn the letters of a right-to-left piece themselves. */
export function piecesOf(line: string, direction: "ltr" | "rtl"): Piece[] {
  const embedding = bidi.getEmbeddingLevels(line, direction);
  const pieces: LevelledPiece[] = [];
  for (const { segment, index } of letters.segment(line)) {
    const level = embedding.levels[index] ?? 0;
    const last = pieces.at(-1);
    const font = fontOf(segment, last?.font);
    const text = level % 2 === 1 ? (bidi.getMirroredCharacter(segment) ?? segment) : segment;
    if (last?.font === font && last.level === level) pieces[pieces.length - 1] = { ...last, text: last.text + text };
    else pieces.push({ text, font, level });
  }
  return inVisualOrder(pieces.map(turnSigns));
}

/** Fonts turn right-to-left letters round, but not signs and blanks that stand alone among them. */
function turnSigns(piece: LevelledPiece): LevelledPiece {
  const isTurnedByFont = piece.level % 2 === 0 || /\p{L}/u.test(piece.text);
  return isTurnedByFont ? piece : { ...piece, text: [...piece.text].reverse().join("") };
}

/** From the highest level down, whatever stands at it or above is turned round (rule L2). */
function inVisualOrder(pieces: readonly LevelledPiece[]): Piece[] {
  const ordered = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end++;
      if (end === start) continue;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}
