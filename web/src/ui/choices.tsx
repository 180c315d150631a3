import { useId } from "react";

interface ChoicesProps {
  /** Read with each choice; what asks stands above already. */
  readonly legend: string;
  readonly options: readonly { readonly code: string; readonly answer: string }[];
  readonly chosen: readonly string[];
  readonly isMany: boolean;
  onChoose(codes: readonly string[]): void;
}

/** Answers to choose one of, or several. */
export function Choices({ legend, options, chosen, isMany, onChoose }: ChoicesProps) {
  const name = useId();
  const choose = (code: string, isChosen: boolean) => {
    if (!isMany) return onChoose([code]);
    onChoose(isChosen ? [...chosen, code] : chosen.filter((one) => one !== code));
  };
  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ code, answer }) => (
        <label key={code} className="option" dir="auto">
          <input
            type={isMany ? "checkbox" : "radio"}
            name={name}
            checked={chosen.includes(code)}
            onChange={(event) => choose(code, event.target.checked)}
          />
          <span>{answer}</span>
        </label>
      ))}
    </fieldset>
  );
}
