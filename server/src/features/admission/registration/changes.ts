import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to registrants, and to what decides who becomes one. */
export const registrationChanges = defineChanges({
  "registrant.created": { of: "event", subject: "registrant", meaning: "Somebody is registered" },
  "registrant.updated": {
    of: "event",
    subject: "registrant",
    tellsFields: true,
    meaning: "What is known of a registrant was changed",
  },
  "registrant.waiting": {
    of: "event",
    subject: "registrant",
    meaning: "Somebody waits: for a confirmed address, an approval or a seat",
  },
  "registrant.confirmed": { of: "event", subject: "registrant", meaning: "Somebody who waited confirmed the address" },
  "registrant.accepted": { of: "event", subject: "registrant", meaning: "Somebody who waited was approved" },
  "registrant.denied": { of: "event", subject: "registrant", meaning: "Somebody who waited was not approved" },
  "registrant.promoted": { of: "event", subject: "registrant", meaning: "Somebody who waited got a seat" },
  "registrant.deleted": { of: "event", subject: "registrant", meaning: "A registrant was taken out, or cancelled" },
  "registrant.restored": {
    of: "event",
    subject: "registrant",
    meaning: "A registrant who had been taken out is registered again",
  },
  "registrant.address-shared": {
    of: "event",
    subject: "registrant",
    meaning: "An upgrade found that another registrant of the event has the same address in another spelling",
  },
  "gates.updated": { of: "event", meaning: "Who is let in by which door was changed" },
  "redirect-hosts.updated": { of: "client", meaning: "Where forms may lead on to was changed" },
});

/** What happens to somebody on the way in or out. */
export type RegistrantChange = Exclude<
  keyof typeof registrationChanges.kinds,
  "registrant.updated" | "registrant.address-shared" | "gates.updated" | "redirect-hosts.updated"
>;
