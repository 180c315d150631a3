import bowser from "bowser";

export interface Browser {
  /** `Firefox 141`. */
  readonly name: string;
  readonly isOld: boolean;
}

/** What our pages and player need: the first versions of 2023, and the extended release of Firefox of that year. */
const required = {
  chrome: ">=109",
  chromium: ">=109",
  edge: ">=109",
  opera: ">=95",
  samsung_internet: ">=20",
  firefox: ">=115",
  safari: ">=16.3",
  ie: ">11",
};

/** Looks at how a browser names itself; undefined for those that we do not know. */
export function checkBrowser(userAgent: string | undefined): Browser | undefined {
  if (userAgent === undefined || userAgent === "") return undefined;
  const parser = bowser.getParser(userAgent);
  const isGood = parser.satisfies(required);
  if (isGood === undefined) return undefined;
  const version = parser.getBrowserVersion()?.split(".")[0] ?? "";
  return { name: `${parser.getBrowserName()} ${version}`.trim(), isOld: !isGood };
}
