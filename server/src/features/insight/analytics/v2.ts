import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import { hasRight } from "../../../http/v2/authenticate.ts";
import type { OperationCall, V2 } from "../../../http/v2/dialect.ts";
import { pageOf } from "../../../http/v2/paging.ts";
import { parameter, parameters } from "../../../http/v2/parameters.ts";
import { countEvents, dateModes, getListedEvent, listEvents } from "./queries.ts";
import { presentEventDetail, presentListedEvent } from "./v2-present.ts";
import { EventDetail, EventList } from "./v2-schema.ts";

const contentTypes = [
  "all",
  "webcast",
  "forum",
  "video",
  "pdf",
  "webpage",
  "article",
  "image",
  "podcast",
  "experience",
  "gateway",
  "golive",
] as const;

const asked = parameters({
  window: parameter.window({ defaults: { days: 90, openEnded: true }, maxMonths: 6 }),
  page: parameter.page({ size: 100, most: 1000 }),
  clientIds: parameter.subaccounts("included"),
  areSubaccountsIncluded: parameter.flag("includesubaccounts", false, "Those of sub-clients too"),
  dateMode: parameter.choice("datefiltermode", dateModes, "goodafter", "Which time the dates are of"),
  order: parameter.choice("filterorder", ["asc", "desc"], "asc", "By that time"),
  isInactiveIncluded: parameter.flag("includeinactive", false, "Inactive events too"),
  contentType: parameter.choice("contenttype", contentTypes, "all"),
});

export interface AnalyticsDeps {
  db: Kysely<Database>;
  publicUrl: string;
}

/** What is known of events, and how they went. */
export function eventAnalytics(v2: V2, { db, publicUrl }: AnalyticsDeps): void {
  const settingOf = ({ token, now }: OperationCall) => {
    return { publicUrl, now, mayPresent: hasRight(token, "Update a Webinar") };
  };

  v2.operation("AnalyticsClientLevel.Events", {
    query: asked.schema,
    answer: EventList,
    handle: async (call) => {
      const { window, page, areSubaccountsIncluded, order, contentType, ...rest } = await asked.read(call.query, call);
      const filter = { ...rest, ...window, ...(contentType !== "all" && { contentType }) };
      const isPaged = page.requested || areSubaccountsIncluded;
      const totalevents = await countEvents(db, filter);
      const place = isPaged ? pageOf(page, totalevents) : undefined;
      const limits = isPaged ? { limit: page.size, offset: page.offset * page.size } : {};
      const listed = await listEvents(db, filter, { isNewestFirst: order === "desc", ...limits });
      const setting = settingOf(call);
      const answer = {
        totalevents,
        events: listed.map((event) => presentListedEvent(event, setting)),
      };
      return place ? { pagecount: place.pagecount, ...answer, currentpage: place.currentpage } : answer;
    },
  });

  v2.eventOperation("AnalyticsEventLevel.MetadataAndUsage", {
    answer: EventDetail,
    handle: async (call) => {
      const { client, event } = call;
      const found = await getListedEvent(db, client.id, event.id);
      return presentEventDetail(found ?? fail("event.unknown", { eventId: event.id }), settingOf(call));
    },
  });
}
