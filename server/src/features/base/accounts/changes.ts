import { defineChanges } from "../changes/define-changes.ts";

/** What happens to staff users. */
export const accountChanges = defineChanges({
  "user.created": { of: "client", subject: "user", meaning: "A user was made" },
  "user.signed-in": { of: "client", subject: "user", meaning: "A user signed in" },
  "user.signed-out": { of: "client", subject: "user", meaning: "Sessions of a user were ended" },
  "user.password-set": { of: "client", subject: "user", meaning: "A user has another password" },
});
