import type { LanguageCode } from "@lectern/texts/languages";
import { directionOf, findLanguageCode } from "@lectern/texts/languages";
import type { PlainKey, TextKey, Values } from "@lectern/texts/say";
import { createInstance } from "i18next";
import { useSyncExternalStore } from "react";
import { kept } from "../kept.ts";

type ConsoleKey = Extract<TextKey, `console:${string}`>;
type Short<Key> = Key extends `console:${infer Rest}` ? Rest : never;

/** Keys of the console's texts, without the catalogue's name. */
export type SayKey = Short<ConsoleKey>;
/** Those that nothing has to be put into. */
export type PlainSayKey = Short<Extract<PlainKey, ConsoleKey>>;

/** Says a text of the console in the language of now. */
export type SayText = <Key extends SayKey>(key: Key, ...values: Values<`console:${Key}` & TextKey>) => string;

/** Each language is a file of its own, loaded when it is read. */
const catalogues = import.meta.glob<object>("../../../../texts/locales/*/console.json", { import: "default" });

const i18n = createInstance();
/** Made anew for each language: a component that keeps it knows by it that the language is another. */
let speak: SayText = () => "";
const watchers = new Set<() => void>();
const CHOSEN = "language";

/** Loads what was chosen before, or the page's language. */
export async function startTexts(pageLanguage: string): Promise<void> {
  await i18n.init({ fallbackLng: false, defaultNS: "console", interpolation: { escapeValue: false } });
  await setLanguage(findLanguageCode(kept.read<string>(CHOSEN)) ?? findLanguageCode(pageLanguage) ?? "en");
}

/** Changes all that is said, without loading the page again; remembered by this browser. */
export async function chooseLanguage(language: LanguageCode): Promise<void> {
  await setLanguage(language);
  kept.write(CHOSEN, language);
}

async function setLanguage(language: LanguageCode): Promise<void> {
  const load = catalogues[`../../../../texts/locales/${language}/console.json`];
  if (load) i18n.addResourceBundle(language, "console", await load());
  await i18n.changeLanguage(language);
  speak = i18n.getFixedT(language) as unknown as SayText;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  for (const watcher of watchers) watcher();
}

export function useLanguage(): LanguageCode {
  return useSyncExternalStore(watch, () => i18n.language as LanguageCode);
}

/** What says texts in the language of now. */
export function useSay(): SayText {
  return useSyncExternalStore(watch, () => speak);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}
