import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import { guess } from "../../../http/limits/guess.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { isPassword, MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import type { StaffUser } from "../../base/staff-sessions/queries.ts";
import { forSignedIn } from "./account-pages.ts";
import { findActiveUser } from "./queries.ts";
import { describeSecret, findStep, makeSecret, turnOff, turnOn } from "./second-factor.ts";
import { type SecondFactorView, secondFactorPage } from "./second-factor-page.ts";
import { findSecondFactor } from "./second-factor-queries.ts";
import type { SignInDeps } from "./sign-in-pages.ts";

/** A second step at one's own sign-ins. */
export function secondFactorPages(pages: Pages, deps: SignInDeps): void {
  const { db, sealer, now } = deps;

  const show = async (visit: Visit, user: StaffUser, shown: Pick<SecondFactorView, "isWrong" | "codes"> = {}) => {
    const factor = await findSecondFactor(db, user);
    const text = factor ? undefined : (readSecret(deps, visit, user) ?? makeSecret());
    const begun = text !== undefined && { ...describeSecret(text, user.userName), sealed: sealFor(deps, user, text) };
    const left = factor?.recoveryHashes.length;
    const view = { language: visit.language, user, left, ...(begun && { begun }), ...shown };
    return visit.show(secondFactorPage(view), { ...(shown.isWrong && { status: 400 }) });
  };

  pages.get(
    "/webcast/account/second-factor",
    forSignedIn(deps, (visit, user) => show(visit, user)),
  );

  const begin = forSignedIn(deps, async (visit, user) => {
    const secret = readSecret(deps, visit, user) ?? fail("visit.unknown");
    if (await findSecondFactor(db, user)) return show(visit, user);
    const step = findStep(secret, (one(visit.form, "code") ?? "").replaceAll(" ", ""), now());
    if (step === undefined || !(await knowsPassword(deps, visit, user))) return show(visit, user, { isWrong: true });
    const codes = await turnOn({ db, sealer }, user, { secret, step, sessionId: user.sessionId });
    return show(visit, user, { codes });
  });
  pages.post("/webcast/account/second-factor", begin);

  const end = forSignedIn(deps, async (visit, user) => {
    if (!(await knowsPassword(deps, visit, user))) return show(visit, user, { isWrong: true });
    await turnOff(db, user, `user:${user.userId}`);
    return visit.leadTo("/webcast/account/second-factor");
  });
  pages.post("/webcast/account/second-factor/off", end);
}

/** The form brings back what we gave it: nothing is kept before it counts, and nobody else's secret is taken. */
function sealFor({ sealer }: SignInDeps, { userId }: StaffUser, text: string): string {
  return sealer.seal(`${userId}/${text}`).toString("base64url");
}

function readSecret({ sealer }: SignInDeps, { form }: Visit, { userId }: StaffUser): string | undefined {
  const sealed = one(form, "secret");
  if (sealed === undefined || sealed.length > 500) return undefined;
  try {
    const [owner, text] = sealer.open(Buffer.from(sealed, "base64url")).split("/");
    return owner === String(userId) ? text : undefined;
  } catch {
    // It was not sealed by us.
    return undefined;
  }
}

async function knowsPassword({ db, limits }: SignInDeps, { request, form }: Visit, staff: StaffUser): Promise<boolean> {
  const user = await findActiveUser(db, staff.clientId, staff.userId);
  const current = (one(form, "current") ?? "").slice(0, MOST_PASSWORD_LENGTH);
  const guessed = { limit: "staff-password", request, name: staff.userName } as const;
  return guess(limits, guessed, () => isPassword(current, user?.passwordHash));
}
