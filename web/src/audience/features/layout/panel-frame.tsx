import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useSay } from "../../../lib/texts/texts.ts";
import { Icon, type IconName } from "../../../ui/icon.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";

interface PanelFrameProps {
  readonly name: string;
  readonly icon: IconName;
  readonly children: ReactNode;
  /** By so many columns and rows; absent where nothing can be moved. */
  onMove?: ((by: { readonly x: number; readonly y: number; readonly isSize: boolean }) => void) | undefined;
  onClose?: (() => void) | undefined;
}

/** A panel with its name and buttons. */
export function PanelFrame({ name, icon, children, onMove, onClose }: PanelFrameProps) {
  const say = useSay();
  return (
    <section className="panel" aria-label={name}>
      <header className="panel-head">
        <h2 className="panel-name">
          <Icon name={icon} />
          <bdi>{name}</bdi>
        </h2>
        {onMove && <MoveButton name={name} onMove={onMove} />}
        {onClose && <IconButton icon="close" name={`${say("close")}: ${name}`} onClick={onClose} />}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Moves and sizes by keyboard what the pointer drags by its head and corner. */
export function MoveButton({
  name,
  onMove,
}: {
  readonly name: string;
  readonly onMove: NonNullable<PanelFrameProps["onMove"]>;
}) {
  const say = useSay();
  const [isMoving, setMoving] = useState(false);
  const pressKey = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    if (event.key === "Escape") setMoving(false);
    if (!isMoving || !arrow) return;
    event.preventDefault();
    onMove({ ...arrow, isSize: event.shiftKey });
  };
  return (
    <>
      {isMoving && (
        <span className="move-help" role="status">
          {say("widgets.help")}
        </span>
      )}
      <IconButton
        icon="move"
        name={say("widgets.options", { name })}
        className="panel-move"
        aria-pressed={isMoving}
        onClick={() => setMoving(!isMoving)}
        onBlur={() => setMoving(false)}
        onKeyDown={pressKey}
      />
    </>
  );
}
