import { formatClock } from "../lib/format.ts";
import { useLanguage } from "../lib/texts/texts.ts";

export function Clock({ at }: { readonly at: number }) {
  const language = useLanguage();
  return (
    <time className="quiet small" dateTime={new Date(at).toISOString()}>
      {formatClock(at, language)}
    </time>
  );
}
