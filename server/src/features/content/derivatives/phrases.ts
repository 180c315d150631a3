/** The few words of our own in a text, in its language. */
export interface Phrases {
  keyTakeaways: string;
  contents: string;
  chapter: string;
  introduction: string;
}

const english: Phrases = {
  keyTakeaways: "Key takeaways",
  contents: "Contents",
  chapter: "Chapter",
  introduction: "Introduction",
};

const byLanguage: Readonly<Record<string, Phrases>> = {
  en: english,
  de: { keyTakeaways: "Das Wichtigste", contents: "Inhalt", chapter: "Kapitel", introduction: "Einleitung" },
  fr: { keyTakeaways: "À retenir", contents: "Sommaire", chapter: "Chapitre", introduction: "Introduction" },
  es: { keyTakeaways: "Puntos clave", contents: "Contenido", chapter: "Capítulo", introduction: "Introducción" },
  it: { keyTakeaways: "Punti chiave", contents: "Indice", chapter: "Capitolo", introduction: "Introduzione" },
  pt: { keyTakeaways: "Pontos principais", contents: "Conteúdo", chapter: "Capítulo", introduction: "Introdução" },
  nl: { keyTakeaways: "Kernpunten", contents: "Inhoud", chapter: "Hoofdstuk", introduction: "Inleiding" },
};

/** English where there are none. */
export function phrasesOf(languageCode: string): Phrases {
  return byLanguage[languageCode.toLowerCase().split("-")[0] ?? ""] ?? english;
}
