import type { Kysely } from "kysely";
import { inTransaction } from "../../../db/transaction.ts";
import type { Database } from "../../../db/types.ts";
import { one } from "../../../http/forms.ts";
import { guess } from "../../../http/limits/guess.ts";
import type { Limits } from "../../../http/limits/limits.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { readId } from "../../../lib/read-id.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { isPassword, MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import { beginSession, SESSION_SECONDS } from "../../base/staff-sessions/begin-session.ts";
import type { SessionDeps } from "../../base/staff-sessions/read-staff-user.ts";
import { giveStaffCookie } from "../../base/staff-sessions/staff-cookie.ts";
import { listStaffSignIns } from "../../doors/single-sign-on/providers/list-sign-ins.ts";
import { readStaffPath } from "../../doors/single-sign-on/sessions/target.ts";
import { codePage } from "./code-page.ts";
import { findPendingUser, makePending } from "./pending-sign-in.ts";
import { findUserNamed, type SignInUser } from "./queries.ts";
import { takeCode } from "./second-factor.ts";
import { findSecondFactor } from "./second-factor-queries.ts";
import { signInPage } from "./sign-in-page.ts";

export interface SignInDeps extends SessionDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly limits: Limits;
  /** Whether mails go out through a server. */
  readonly isSendingMail: boolean;
}

/** Of a name that somebody types. */
const MOST_NAME_LENGTH = 254;

/** Where staff sign in. */
export function signInPages(all: Pages, deps: SignInDeps): void {
  // Else another site could sign somebody in as somebody else, and read what they then do there.
  const pages = all.with({ limit: "staff", formsFrom: "surely-ours" });

  const show = async (visit: Visit, wrongName?: string) => {
    const client = one(visit.query, "client")?.trim() || undefined;
    const clientId = readId(client);
    const signIns = clientId === undefined ? [] : await listStaffSignIns(deps.db, clientId);
    const view = { language: visit.language, wrongName, client, signIns, onward: readOnward(visit) };
    return visit.show(signInPage(view), { isOpen: true, ...(wrongName !== undefined && { status: 403 }) });
  };
  pages.get("/webcast/login", (visit) => show(visit));

  pages.post("/webcast/login", async (visit) => {
    const name = readName(visit);
    const user = await findByPassword(deps, visit, { name, password: one(visit.form, "password") ?? "" });
    if (!user) return show(visit, name);
    return admit(deps, visit, user);
  });

  pages.post("/webcast/login/code", async (visit) => {
    const pending = { user: one(visit.form, "user") ?? "", key: one(visit.form, "key") ?? "" };
    const user = await findPendingUser(deps, pending);
    if (!user) return visit.leadTo("/webcast/login");
    const owner = { clientId: user.clientId, userId: user.id };
    const guessed = { limit: "staff-code", request: visit.request, name: pending.user } as const;
    const isRight = await guess(deps.limits, guessed, () => takeCode(deps, owner, one(visit.form, "code") ?? ""));
    if (isRight) return enter(deps, visit, user);
    const view = { language: visit.language, pending, onward: readOnward(visit), isWrong: true };
    return visit.show(codePage(view), { status: 403 });
  });
}

/** What somebody who signs in, or has forgotten the password, goes by. */
export function readName({ form }: Visit): string {
  return (one(form, "name") ?? "").trim().slice(0, MOST_NAME_LENGTH);
}

const readOnward = ({ form, query }: Visit) => readStaffPath(one(form, "page") ?? one(query, "page") ?? "");

/** The answer and its time are the same whether nobody goes by the name or the password is wrong. */
async function findByPassword(
  { db, limits }: SignInDeps,
  { request }: Visit,
  { name, password }: { name: string; password: string },
): Promise<SignInUser | undefined> {
  let user: SignInUser | undefined;
  const isRight = await guess(limits, { limit: "staff-password", request, name }, async () => {
    user = await findUserNamed(db, name);
    return isPassword(password.slice(0, MOST_PASSWORD_LENGTH), user?.passwordHash);
  });
  return isRight ? user : undefined;
}

/** Lets in whoever has proved to be a user by a password or a link; where a second step is wanted, asks for that first. */
export async function admit(deps: SignInDeps, visit: Visit, user: SignInUser): Promise<unknown> {
  const factor = await findSecondFactor(deps.db, { clientId: user.clientId, userId: user.id });
  if (!factor) return enter(deps, visit, user);
  const pending = makePending(deps, user);
  return visit.show(codePage({ language: visit.language, pending, onward: readOnward(visit) }));
}

/** Begins a session, and leads to where the user was going. */
async function enter(deps: SignInDeps, visit: Visit, user: SignInUser): Promise<unknown> {
  await signIn(deps, visit, user);
  return visit.leadTo(readOnward(visit) ?? "/webcast/home");
}

async function signIn(deps: SignInDeps, { request, reply }: Visit, user: SignInUser): Promise<void> {
  const { db, now, publicUrl } = deps;
  const { clientId, id: userId } = user;
  const begin = { clientId, userId, actor: `user:${userId}`, request, publicUrl, now: now() };
  const { token } = await inTransaction(db, (tx) => beginSession(tx, begin));
  giveStaffCookie(reply, publicUrl, token, SESSION_SECONDS);
}
