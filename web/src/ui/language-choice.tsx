import { findLanguageCode, languages } from "@lectern/texts/languages";
import { chooseLanguage, useLanguage, useSay } from "../lib/texts/texts.ts";
import { Icon } from "./icon.tsx";

/** Each language by its own name. */
export function LanguageChoice() {
  const say = useSay();
  const language = useLanguage();
  const choose = (code: string) => void chooseLanguage(findLanguageCode(code) ?? "en");
  return (
    <label className="language-choice">
      <Icon name="globe" />
      <span className="visually-hidden">{say("language")}</span>
      <select value={language} onChange={(event) => choose(event.target.value)}>
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
