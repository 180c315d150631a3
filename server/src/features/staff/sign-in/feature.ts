import type { Feature } from "../../../feature.ts";
import { accountPages } from "./account-pages.ts";
import { passwordPages } from "./password-pages.ts";
import { userRoutes } from "./routes.ts";
import { secondFactorPages } from "./second-factor-pages.ts";
import { sendInvitationJob, sendResetJob } from "./send-link.ts";
import { setUpPages } from "./set-up-pages.ts";
import { signInPages } from "./sign-in-pages.ts";

export const signIn = {
  name: "sign-in",
  web: [userRoutes],
  pages: [signInPages, passwordPages, accountPages, secondFactorPages, setUpPages],
  jobs: [sendResetJob, sendInvitationJob],
} satisfies Feature;
