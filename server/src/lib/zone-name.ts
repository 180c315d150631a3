/** A country's English knows the short names of its own zones only: PST, CEST, NST, AEST, NZST, IST, SAST ... */
const namingLocales = [
  "en-US",
  "en-GB",
  "en-IE",
  "en-CA",
  "en-AU",
  "en-NZ",
  "en-IN",
  "en-ZA",
  "en-SG",
  "en-HK",
  "ja-JP",
];

/** Making one costs more than all else of an e-mail. */
const zoneNameFormats = new Map<string, Intl.DateTimeFormat>();

function zoneNameFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = zoneNameFormats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: "short" });
  zoneNameFormats.set(key, format);
  return format;
}

/** The zone's short name on that day, `PST` or `CEST`; `GMT+5:45` for a zone without one. */
export function shortZoneName(instant: Date, timeZone: string): string {
  let name = "";
  for (const locale of namingLocales) {
    const found =
      zoneNameFormat(locale, timeZone)
        .formatToParts(instant)
        .find((part) => part.type === "timeZoneName")?.value ?? "";
    if (!/^GMT./.test(found)) return found;
    if (name === "") name = found;
  }
  return name;
}
