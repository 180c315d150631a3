import { inTransaction } from "../../../db/transaction.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import { guess } from "../../../http/limits/guess.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import { accountChanges } from "../../base/accounts/changes.ts";
import { isPassword, MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import { deleteSessionsOfUser, listStaffSessions, type StaffUser } from "../../base/staff-sessions/queries.ts";
import { livingAt, readStaffUser } from "../../base/staff-sessions/read-staff-user.ts";
import { takeStaffCookie } from "../../base/staff-sessions/staff-cookie.ts";
import { type AccountView, accountPage } from "./account-page.ts";
import { type NewPasswordFault, passwordFaultOf, readNewPassword } from "./new-password.ts";
import { findActiveUser, type SignInUser } from "./queries.ts";
import { setPassword } from "./set-password.ts";
import type { SignInDeps } from "./sign-in-pages.ts";

type Shown = Pick<AccountView, "fault" | "isChanged">;

/** One's own account. */
export function accountPages(pages: Pages, deps: SignInDeps): void {
  const { db, now, publicUrl } = deps;

  const show = async (visit: Visit, user: StaffUser, shown: Shown = {}) => {
    const found = await getUser(deps, user);
    const sessions = await listStaffSessions(db, user, livingAt(now()));
    const view = { language: visit.language, user, hasPassword: found.passwordHash !== null, sessions, ...shown };
    return visit.show(accountPage(view), { ...(shown.fault && { status: 400 }) });
  };
  pages.get(
    "/webcast/account",
    forSignedIn(deps, (visit, user) => show(visit, user)),
  );

  pages.post(
    "/webcast/account/password",
    forSignedIn(deps, async (visit, user) => {
      const fault = await changePassword(deps, visit, user);
      return show(visit, user, fault ? { fault } : { isChanged: true });
    }),
  );

  pages.post(
    "/webcast/account/sessions",
    forSignedIn(deps, async (visit, user) => {
      const asked = one(visit.form, "end") ?? "";
      const which = asked === "others" ? { except: user.sessionId } : { only: readId(asked) ?? fail("visit.unknown") };
      await endSessions(deps, user, which);
      if (which.only === user.sessionId) takeStaffCookie(visit.reply, publicUrl);
      return visit.leadTo("/webcast/account");
    }),
  );
}

/** A page for whoever is signed in; others are led to sign in first. */
export function forSignedIn(deps: SignInDeps, handle: (visit: Visit, user: StaffUser) => Promise<unknown>) {
  return async (visit: Visit) => {
    const user = await readStaffUser(visit.request, deps);
    if (user) return handle(visit, user);
    return visit.leadTo(`/webcast/login?${new URLSearchParams({ page: "/webcast/account" })}`);
  };
}

async function getUser({ db }: SignInDeps, { clientId, userId }: StaffUser): Promise<SignInUser> {
  return (await findActiveUser(db, clientId, userId)) ?? fail("visit.unknown");
}

/** Whoever sits at a browser that was left alone does not know the password as it is. */
async function changePassword(
  deps: SignInDeps,
  { request, form }: Visit,
  staff: StaffUser,
): Promise<NewPasswordFault | "wrong" | undefined> {
  const user = await getUser(deps, staff);
  const current = (one(form, "current") ?? "").slice(0, MOST_PASSWORD_LENGTH);
  const guessed = { limit: "staff-password", request, name: user.userName } as const;
  if (!(await guess(deps.limits, guessed, () => isPassword(current, user.passwordHash)))) return "wrong";
  const read = readNewPassword(form);
  if ("fault" in read) return read.fault;
  try {
    await setPassword(deps.db, user, { ...read, sessionId: staff.sessionId });
    return undefined;
  } catch (error) {
    return passwordFaultOf(error);
  }
}

async function endSessions(
  { db }: SignInDeps,
  { clientId, userId }: StaffUser,
  which: { only?: number; except?: number },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    if ((await deleteSessionsOfUser(tx, { clientId, userId }, which)) === 0) return;
    await accountChanges.record(tx, "user.signed-out", { clientId, subjectId: userId, actor: `user:${userId}` });
  });
}
