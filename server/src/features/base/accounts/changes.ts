import { defineChanges } from "../changes/define-changes.ts";

/** What happens to staff users. */
export const accountChanges = defineChanges({
  "user.created": { of: "client", subject: "user", meaning: "A user was made" },
  "user.updated": {
    of: "client",
    subject: "user",
    tellsFields: true,
    meaning: "A user is called or may do something else, or is not active any more",
  },
  "user.signed-in": { of: "client", subject: "user", meaning: "A user signed in" },
  "user.signed-out": { of: "client", subject: "user", meaning: "Sessions of a user were ended" },
  "user.second-factor-set": { of: "client", subject: "user", meaning: "A user signs in by a second step as well" },
  "user.second-factor-removed": {
    of: "client",
    subject: "user",
    meaning: "A user signs in without a second step again",
  },
  "user.password-set": { of: "client", subject: "user", meaning: "A user has another password" },
});
