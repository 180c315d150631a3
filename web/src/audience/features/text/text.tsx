import { Scroll } from "../../../ui/scroll.tsx";
import { WrittenText } from "../../../ui/written-text.tsx";
import type { Widget } from "../layout/widgets-part.ts";

interface Content {
  readonly banner?: { readonly imageUrl: string; readonly alternativeText?: string; readonly linkUrl?: string };
  /** As harmless HTML. */
  readonly text?: string;
  readonly rows?: readonly (readonly string[])[];
}

export function TextWithBanner({ widget }: { readonly widget: Widget }) {
  const { banner, text, rows } = widget.content as Content;
  return (
    <Scroll className="stack">
      {banner && <Banner {...banner} />}
      {text && <WrittenText html={text} />}
      {rows && <TextTable rows={rows} />}
    </Scroll>
  );
}

function Banner({ imageUrl, alternativeText = "", linkUrl }: NonNullable<Content["banner"]>) {
  const image = <img className="banner" src={imageUrl} alt={alternativeText} loading="lazy" />;
  if (linkUrl === undefined) return image;
  return (
    <a
      href={linkUrl}
      target="_blank"
      rel="noopener noreferrer"
      {...(alternativeText === "" && { "aria-label": linkUrl })}
    >
      {image}
    </a>
  );
}

function TextTable({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table>
      <tbody>
        {rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells a row of the table from another
          <tr key={row}>
            {cells.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
