import type { Sealer } from "../../../lib/sealer.ts";
import type { Addresses } from "../../webinars/event-emails/addresses.ts";
import type { Tracking } from "../../webinars/event-emails/render-context.ts";

const PURPOSE = "mail-link";

/**
 * Leads the links of a mail through our counter. Where they lead is signed into them, so that the counter sends nobody
 * anywhere else. What confirms and what unsubscribes stays as it is: nobody's answer may hang on being counted.
 */
export function trackingOf(sealer: Sealer, publicUrl: string, mailKey: string, addresses: Addresses): Tracking {
  const base = `${publicUrl}/wcc/m/${mailKey}`;
  const direct = [addresses.unsubscribe, addresses.confirm];
  return {
    pixel: `${base}/o.gif`,
    follow(url) {
      if (direct.includes(url)) return url;
      return `${base}/l/${sealer.sign(PURPOSE, linkText(mailKey, url))}?to=${encodeURIComponent(url)}`;
    },
  };
}

/** Whether we made this link of this mail. */
export function isOurLink(sealer: Sealer, mailKey: string, url: string, signature: string): boolean {
  return sealer.isSigned(PURPOSE, linkText(mailKey, url), signature);
}

function linkText(mailKey: string, url: string): string {
  return `${mailKey} ${url}`;
}
