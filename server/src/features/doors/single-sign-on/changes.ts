import { defineChanges } from "../../base/changes/define-changes.ts";

/** What happens to identity providers. */
export const singleSignOnChanges = defineChanges({
  "identity-provider.created": {
    of: "client",
    subject: "identity provider",
    meaning: "An identity provider was set up",
  },
  "identity-provider.updated": {
    of: "client",
    subject: "identity provider",
    meaning: "An identity provider says something else of itself, or is set up otherwise",
  },
  "identity-provider.deleted": {
    of: "client",
    subject: "identity provider",
    meaning: "An identity provider was taken away",
  },
  "service-provider-key.created": { of: "client", subject: "key", meaning: "A key to sign with was made" },
  "service-provider-key.activated": { of: "client", subject: "key", meaning: "A key became the one that signs" },
  "service-provider-key.deleted": { of: "client", subject: "key", meaning: "A key was deleted" },
});
