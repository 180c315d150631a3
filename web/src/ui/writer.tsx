import { type FormEvent, type KeyboardEvent, useId, useRef } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface WriterProps {
  readonly label: string;
  readonly button: string;
  readonly icon: IconName;
  readonly value: string;
  readonly most: number;
  readonly fault: string | undefined;
  readonly isSending: boolean;
  onChange(value: string): void;
  /** Never with a blank text. */
  onSend(): void;
  readonly children?: React.ReactNode;
}

/** A field for a few lines and a button that sends them; Enter sends too, with Shift it makes a line. */
export function Writer(props: WriterProps) {
  const { label, button, icon, value, most, fault, isSending, onChange, onSend, children } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "" && !isSending) onSend();
  };
  const pressKey = (event: KeyboardEvent) => {
    // While a word is put together, as in Japanese, Enter chooses it; Safari says so by the code of the key alone.
    const isChoosing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (event.key !== "Enter" || event.shiftKey || isChoosing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form className="writer" onSubmit={submit} ref={form}>
      <div className="writer-line">
        <textarea
          id={id}
          rows={1}
          // Empty, it is written from where the page is: the words in it are ours.
          dir={value === "" ? undefined : "auto"}
          aria-label={label}
          placeholder={label}
          value={value}
          maxLength={most}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={pressKey}
          {...(fault !== undefined && { "aria-describedby": `${id}-fault` })}
        />
        <button
          type="submit"
          className="button"
          aria-disabled={isSending || value.trim() === ""}
          aria-label={button}
          title={button}
        >
          <Icon name={icon} />
        </button>
      </div>
      {children}
      <p className="fault" id={`${id}-fault`} role="status">
        {fault}
      </p>
    </form>
  );
}
