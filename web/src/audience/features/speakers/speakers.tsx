import { publicAddress } from "../../../lib/public-address.ts";
import { Scroll } from "../../../ui/scroll.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import type { Speaker, Widget } from "../layout/widgets-part.ts";

export function Speakers({ widget }: { readonly widget: Widget }) {
  return (
    <Scroll>
      <ul className="plain speakers">
        {widget.speakers.map((speaker) => (
          <SpeakerCard key={speaker.id} speaker={speaker} />
        ))}
      </ul>
    </Scroll>
  );
}

function SpeakerCard({ speaker }: { readonly speaker: Speaker }) {
  const { name, title, company, picture, description } = speaker;
  return (
    <li className="speaker">
      {picture ? (
        <img className="portrait" src={publicAddress(picture)} alt="" width="48" height="48" loading="lazy" />
      ) : (
        <span className="portrait" aria-hidden="true">
          {initialsOf(name)}
        </span>
      )}
      <div>
        <h3>
          <bdi>{name}</bdi>
        </h3>
        <p className="quiet small">
          <bdi>{[title, company].filter(Boolean).join(", ")}</bdi>
        </p>
        {description && <WrittenText html={description} />}
        <Links speaker={speaker} />
      </div>
    </li>
  );
}

const sites = [
  ["linkedin", "LinkedIn", "https://www.linkedin.com/in/"],
  ["twitter", "X", "https://x.com/"],
  ["facebook", "Facebook", "https://www.facebook.com/"],
  ["website", "Website", "https://"],
] as const;

function Links({ speaker }: { readonly speaker: Speaker }) {
  const links = sites.flatMap(([key, label, base]) => {
    const given = speaker[key];
    return given ? [{ label, href: /^https?:/i.test(given) ? given : base + given.replace(/^@/, "") }] : [];
  });
  if (links.length === 0) return null;
  return (
    <p className="row small">
      {links.map(({ label, href }) => (
        <a key={label} href={href} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      ))}
    </p>
  );
}

/** First letters of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word = "") => [...word][0]?.toLocaleUpperCase() ?? "").join("");
}
