import { Html } from "../../../http/pages/html.ts";
import { excerpt } from "../../../http/pages/written-text.ts";
import { keptWith } from "../../../lib/kept-with.ts";
import type { AdmissionEvent } from "../../admission/registration/admission-event.ts";
import { isLive } from "../../base/lookups/event-types.ts";
import { localeOf } from "../../webinars/events/event-language.ts";
import type { FormEvent } from "./page-event.ts";

const kept = keptWith<AdmissionEvent, Html>();

/**
 * The event as search engines list it (schema.org/Event): of what takes place at a time. A block of data is no script to the
 * page's policy.
 */
export function structuredData(shown: FormEvent, address: string): Html | undefined {
  if (!isLive(shown.event.type) || shown.event.isTest) return undefined;
  return kept(shown.event, "", () => write(shown, address));
}

function write({ event, client, settings, speakers }: FormEvent, address: string): Html {
  const { startsAt, durationMinutes, promotionalSummary, abstract, isHybrid, venue } = event;
  const online = { "@type": "VirtualLocation", url: address };
  const place =
    isHybrid && (venue || event.address) ? { "@type": "Place", name: venue, address: event.address } : undefined;
  const data = {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: excerpt(promotionalSummary ?? abstract ?? "") || undefined,
    inLanguage: localeOf(event),
    url: address,
    startDate: startsAt.toISOString(),
    endDate: new Date(startsAt.getTime() + durationMinutes * 60_000).toISOString(),
    eventStatus: "https://schema.org/EventScheduled",
    eventAttendanceMode: `https://schema.org/${place ? "Mixed" : "Online"}EventAttendanceMode`,
    location: place ? [online, place] : online,
    image: settings.banner ? new URL(settings.banner, address).href : undefined,
    organizer: { "@type": "Organization", name: client.name },
    performer: speakers.length > 0 ? speakers.map(({ name }) => ({ "@type": "Person", name })) : undefined,
  };
  // Nothing in it may end the element.
  const text = JSON.stringify(data, (_key, value) => value ?? undefined).replaceAll("<", "\\u003c");
  return new Html(`<script type="application/ld+json">${text}</script>\n`);
}
