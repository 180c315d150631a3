import { useSay } from "../../../lib/texts/texts.ts";
import { Icon } from "../../../ui/icon.tsx";
import { panelKinds } from "./panel-kinds.tsx";
import type { Panel } from "./panels.ts";
import { usePanelName } from "./use-panel-name.ts";

interface DockProps {
  readonly panels: readonly Panel[];
  readonly open: readonly string[];
  /** Keys of what has something new. */
  readonly fresh: ReadonlySet<string>;
  onPress(key: string): void;
}

/** All panels at the foot of the window: on wide screens each opens and closes there, on phones one is shown at a time. */
export function Dock({ panels, open, fresh, onPress }: DockProps) {
  const say = useSay();
  const nameOf = usePanelName();
  return (
    <nav className="dock" aria-label={say("widgets.all")}>
      <ul className="plain">
        {panels.map((panel) => (
          <li key={panel.key}>
            <button type="button" aria-pressed={open.includes(panel.key)} onClick={() => onPress(panel.key)}>
              <Icon name={panelKinds[panel.kind]?.icon ?? "text"} />
              <bdi>{nameOf(panel)}</bdi>
              {fresh.has(panel.key) && (
                <span className="dot">
                  <span className="visually-hidden">{say("widgets.new")}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
