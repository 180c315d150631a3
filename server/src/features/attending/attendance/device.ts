import Bowser from "bowser";
import { cutText } from "../../../lib/cut-text.ts";

/** What a session is watched with, as the browser tells. */
export interface Device {
  readonly device?: string | undefined;
  readonly os?: string | undefined;
  readonly browser?: string | undefined;
}

const MOST = 100;
/** Longer ones are no browser's; they are not even looked at. */
const MOST_USER_AGENT = 1000;

/** "desktop", "Windows 10" and "Firefox 140": empty where the browser does not tell. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent || userAgent.length > MOST_USER_AGENT) return {};
  const { platform, os, browser } = Bowser.parse(userAgent);
  const [osName, browserName] = [named(os.name, os.version), named(browser.name, browser.version?.split(".")[0])];
  return {
    ...(platform.type && { device: platform.type }),
    ...(osName && { os: osName }),
    ...(browserName && { browser: browserName }),
  };
}

function named(name: string | undefined, version: string | undefined): string {
  return name ? cutText([name, version].filter(Boolean).join(" "), MOST) : "";
}
