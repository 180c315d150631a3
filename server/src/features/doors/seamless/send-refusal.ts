import { Refusal, type RefusalCode } from "../../../errors.ts";
import { showProblem } from "../../../http/pages/problem-page.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { asksForJson } from "./read-sent.ts";

/** What the hub doors publish; everything else is told by our own codes. */
const publishedCodes: Partial<Record<RefusalCode, string>> = {
  "seamless.eventUnknown": "INVALID_EVENT_ID_AND_KEY",
  "seamless.hubUnknown": "ENGAGEMENT_HUB_NOT_FOUND",
  "seamless.nobodyNamed": "EMAIL_OR_EXTERNAL_EVENT_USER_CD_NOT_PASSED",
  "seamless.hubUserUnknown": "EH_USER_NOT_FOUND",
  "seamless.targetUserUnknown": "TARGET_USER_NOT_FOUND",
};

/** @param isData whether this door tells faults in data unless a page is asked for. */
export function sendRefusal(visit: Visit, refusal: Refusal, isData: boolean) {
  if (!isData && !asksForJson(visit.request)) return showProblem(visit, refusal);
  const { code, status, message } = refusal.code === "visit.unknown" ? new Refusal("seamless.eventUnknown") : refusal;
  return visit.reply.status(status).send({ error: publishedCodes[code] ?? code, message });
}
