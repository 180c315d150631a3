import { usePart } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { LanguageChoice } from "../../../ui/language-choice.tsx";
import { useConsole } from "../../console-context.ts";
import { phasePart } from "../phase/phase-part.ts";

/** @param onReset where there is something to reset. */
export function Header({ onReset }: { readonly onReset: (() => void) | undefined }) {
  const say = useSay();
  const { clientName, title, titleLanguage } = useConsole();
  const { phase, here } = usePart(phasePart);
  return (
    <header className="console-head">
      <a className="skip-link" href="#content">
        {say("skip")}
      </a>
      <p className="brand">
        <bdi>{clientName}</bdi>
      </p>
      <h1 dir="auto" lang={titleLanguage}>
        {title}
      </h1>
      {phase === "live" && <span className="badge live bad">{say("live")}</span>}
      {phase === "on-demand" && <span className="badge quiet">{say("recording")}</span>}
      {here !== undefined && here > 0 && (
        <span className="quiet small head-people">{say("people", { count: here })}</span>
      )}
      {onReset && <IconButton icon="reset" name={say("widgets.reset")} onClick={onReset} />}
      <LanguageChoice />
    </header>
  );
}
