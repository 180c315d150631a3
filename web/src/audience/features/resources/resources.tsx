import { formatBytes } from "../../../lib/format.ts";
import { publicAddress } from "../../../lib/public-address.ts";
import { useMention, usePart, useRoom } from "../../../lib/room/use-room.tsx";
import { useLanguage, useSay } from "../../../lib/texts/texts.ts";
import { Empty } from "../../../ui/empty.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import type { Resource, Widget } from "../layout/widgets-part.ts";
import { openedPart } from "./resources-part.ts";

export function Resources({ widget }: { readonly widget: Widget }) {
  const say = useSay();
  const opened = usePart(openedPart);
  const { resources } = widget;
  return (
    <Scroll>
      {resources.length === 0 && <Empty>{say("resources.none")}</Empty>}
      <ul className="plain resources">
        {resources.map((resource) => (
          <ResourceLink key={resource.id} resource={resource} isOpened={opened.includes(resource.id)} />
        ))}
      </ul>
    </Scroll>
  );
}

function ResourceLink({ resource, isOpened }: { readonly resource: Resource; readonly isOpened: boolean }) {
  const { id, name, address, fileName } = resource;
  const say = useSay();
  const mention = useMention();
  const { store } = useRoom();
  const noteOpening = () => {
    mention("resources.open", { resourceId: id });
    store.change(openedPart, (opened) => (opened.includes(id) ? opened : [...opened, id]));
  };
  return (
    <li>
      <a className="resource" href={publicAddress(address)} target="_blank" rel="noopener" onClick={noteOpening}>
        <Icon name={fileName === undefined ? "external" : "file"} />
        <span className="resource-name">
          <bdi>{name}</bdi>
          <span className="visually-hidden"> ({say("newTab")})</span>
          <Described resource={resource} />
        </span>
        {isOpened && (
          <span className="resource-opened" title={say("resources.opened")}>
            <Icon name="check" />
            <span className="visually-hidden">{say("resources.opened")}</span>
          </span>
        )}
      </a>
    </li>
  );
}

/** `PDF, 1.2 MB`, or where a link leads. */
function Described({ resource: { address, fileName, byteSize } }: { readonly resource: Resource }) {
  const language = useLanguage();
  const extension = /\.(\w{1,5})$/.exec(fileName ?? "")?.[1]?.toUpperCase();
  const size = byteSize === undefined ? undefined : formatBytes(byteSize, language);
  const host = fileName === undefined && URL.canParse(address) ? new URL(address).host : undefined;
  return <span className="quiet small">{[extension, size, host].filter(Boolean).join(" · ")}</span>;
}
