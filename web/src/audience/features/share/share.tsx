import type { Network } from "@lectern/wire/widgets";
import { useState } from "react";
import { useMention } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Scroll } from "../../../ui/scroll.tsx";
import { useConsole } from "../../console-context.ts";
import type { Widget } from "../layout/widgets-part.ts";

type ShareAddress = (address: string, title: string) => string;

const networks: readonly (readonly [network: Network, name: string, address: ShareAddress])[] = [
  [
    "linkedin",
    "LinkedIn",
    (address) => `https://www.linkedin.com/sharing/share-offsite/?${new URLSearchParams({ url: address })}`,
  ],
  ["twitter", "X", (url, text) => `https://x.com/intent/post?${new URLSearchParams({ url, text })}`],
  ["facebook", "Facebook", (u) => `https://www.facebook.com/sharer/sharer.php?${new URLSearchParams({ u })}`],
  ["xing", "Xing", (url) => `https://www.xing.com/spi/shares/new?${new URLSearchParams({ url })}`],
  [
    "whatsapp",
    "WhatsApp",
    (address, title) => `https://wa.me/?${new URLSearchParams({ text: `${title} ${address}` })}`,
  ],
];

/** Tells others where they can register. */
export function Share({ widget }: { readonly widget: Widget }) {
  const say = useSay();
  const mention = useMention();
  const { title } = useConsole();
  const address = new URL(location.pathname.replace("/wcc/console/", "/wcc/r/"), location.href).href;
  const note = (network: Network) => mention("widgets.share", { widgetId: widget.id, network });
  return (
    <Scroll className="share">
      <CopyButton address={address} onCopied={() => note("link")} />
      {networks.map(([network, name, addressFor]) => (
        <a
          key={network}
          className="button second"
          href={addressFor(address, title)}
          target="_blank"
          rel="noopener noreferrer"
          onClick={() => note(network)}
        >
          {say("share.on", { name })}
        </a>
      ))}
      <a
        className="button second"
        href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`}
        onClick={() => note("email")}
      >
        {say("share.email")}
      </a>
    </Scroll>
  );
}

function CopyButton({ address, onCopied }: { readonly address: string; onCopied(): void }) {
  const say = useSay();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
    onCopied();
  };
  return (
    <button
      type="button"
      className="button"
      onClick={() => void copy().catch(() => prompt(say("share.copy"), address))}
    >
      <Icon name={isCopied ? "check" : "share"} />
      <span role="status">{say(isCopied ? "share.copied" : "share.copy")}</span>
    </button>
  );
}
