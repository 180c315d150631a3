import type { Kysely } from "kysely";
import type { Database } from "../../../db/types.ts";
import type { V2 } from "../../../http/v2/dialect.ts";
import type { ContentOf } from "../../webinars/console/widgets.ts";
import { type ListedCertification, listCertifications } from "./queries.ts";
import { Certifications, type Credit } from "./v2-schema.ts";

export function certificationList(v2: V2, { db }: { readonly db: Kysely<Database> }): void {
  v2.eventOperation("AnalyticsEventLevel.Certifications", {
    answer: Certifications,
    handle: async ({ client, event }) => {
      const certifications = await listCertifications(db, { clientId: client.id, eventId: event.id });
      return { eventId: event.id, certifications: certifications.map(presentCertification) };
    },
  });
}

function presentCertification({ id, name, content }: ListedCertification) {
  const partial = (content.partialCredits ?? []).map((credit, index) =>
    presentCredit(`partialcreditoption${index + 1}`, credit.name, credit),
  );
  const full = presentCredit("fullcreditoption", "Criteria for Full Credit", content);
  return { certificationid: id, certificationname: name, certificationcredit: [full, ...partial] };
}

type Conditions = Pick<ContentOf<"certification">, "minimumMinutes" | "minimumPollResponses" | "message" | "credits">;

function presentCredit(type: string, name: string, conditions: Conditions): Credit {
  const { minimumMinutes, minimumPollResponses = 0, message, credits } = conditions;
  return {
    type,
    name,
    requiredViewingMinutes: minimumMinutes,
    requiredNumberOfPollsToAnswer: minimumPollResponses,
    ...(message !== undefined && { messageForPartialCreditComplete: message }),
    ...(credits !== undefined && { earnedCreditForCompletion: credits }),
  };
}
