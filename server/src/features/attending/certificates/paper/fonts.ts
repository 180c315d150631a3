import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";

/** A font that certificates are written in; read when something first needs it, and then kept. */
export interface PaperFont {
  readonly font: Font;
}

/** The folder server/fonts, also when this runs from server/dist/src. */
const folder = new URL(
  import.meta.url.includes("/dist/") ? "../../../../../../fonts/" : "../../../../../fonts/",
  import.meta.url,
);

/** The first that has a character writes it; what none has shows as an empty box. */
const fonts = [
  "NotoSerif-Regular",
  "NotoSerifHebrew-Regular",
  "NotoNaskhArabic-Regular",
  "NotoSerifThai-Regular",
  "NotoSerifDevanagari-Regular",
  "DroidSansFallback",
].map(paperFont) as [PaperFont, ...PaperFont[]];

function paperFont(name: string): PaperFont {
  let font: Font | undefined;
  return {
    get font() {
      font ??= create(readFileSync(new URL(`${name}.ttf`, folder))) as Font;
      return font;
    },
  };
}

/** What joins letters or chooses their form, and shows nothing itself. */
const invisible = /\p{Default_Ignorable_Code_Point}/u;

/** What writes a letter with all its marks; signs and blanks stay in the font of the letter before them. */
export function fontOf(letter: string, before: PaperFont | undefined): PaperFont {
  if (before && !/\p{L}/u.test(letter) && writes(before, letter)) return before;
  return fonts.find((font) => writes(font, letter)) ?? fonts[0];
}

function writes({ font }: PaperFont, letter: string): boolean {
  return [...letter].every(
    (character) => invisible.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
}
