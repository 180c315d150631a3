import type { FastifyReply, FastifyRequest } from "fastify";
import type { Refusal, RefusalCode } from "../../../errors.ts";
import { sendPage } from "../../../http/pages/layout.ts";
import { problemPage, problems } from "../../../http/pages/problem-page.ts";
import { asksForJson } from "./read-sent.ts";

/** What the hub doors publish; everything else is told by our own codes. */
const publishedCodes: Partial<Record<RefusalCode, string>> = {
  "seamless.eventUnknown": "INVALID_EVENT_ID_AND_KEY",
  "seamless.hubUnknown": "ENGAGEMENT_HUB_NOT_FOUND",
  "seamless.nobodyNamed": "EMAIL_OR_EXTERNAL_EVENT_USER_CD_NOT_PASSED",
  "seamless.hubUserUnknown": "EH_USER_NOT_FOUND",
  "seamless.targetUserUnknown": "TARGET_USER_NOT_FOUND",
};

export function sendRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal, isData: boolean) {
  const { code, status, message } = refusal;
  if (isData || asksForJson(request))
    return reply
      .status(status)
      .header("Cache-Control", "no-store")
      .send({ error: publishedCodes[code] ?? code, message });
  return sendPage(reply, problemPage({ status, ...problemOf(refusal) }), { isSecret: true, status });
}

function problemOf({ code, message, status }: Refusal): { heading: string; text: string } {
  if (code === "seamless.eventUnknown") return problems.unknown;
  if (code === "event.deleted") return problems.deleted;
  if (code === "event.inactive") return problems.inactive;
  const heading = status >= 500 ? "That did not work" : "This registration could not be understood";
  return { heading, text: message };
}
