import type { Feature } from "../../../feature.ts";
import { accountPages } from "./account-pages.ts";
import { passwordPages } from "./password-pages.ts";
import { sendInvitationJob, sendResetJob } from "./send-link.ts";
import { signInPages } from "./sign-in-pages.ts";

export const signIn = {
  name: "sign-in",
  pages: [signInPages, passwordPages, accountPages],
  jobs: [sendResetJob, sendInvitationJob],
} satisfies Feature;
