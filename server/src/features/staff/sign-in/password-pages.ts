import { queueJob } from "../../../db/queue-job.ts";
import { fail } from "../../../errors.ts";
import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { type NewPasswordFault, passwordFaultOf, readNewPassword } from "./new-password.ts";
import { findLinkedUser } from "./password-link.ts";
import { forgottenPage, passwordPage } from "./password-page.ts";
import { findActiveUser, type SignInUser } from "./queries.ts";
import { type ResetAsked, SEND_RESET } from "./send-link.ts";
import { setPassword } from "./set-password.ts";
import { admit, readName, type SignInDeps } from "./sign-in-pages.ts";

/** Where staff ask for a link to set a password, and where the link leads. */
export function passwordPages(all: Pages, deps: SignInDeps): void {
  const { isSendingMail } = deps;
  const pages = all.with({ limit: "staff" });

  pages.get("/webcast/forgotten", (visit) =>
    visit.show(forgottenPage({ language: visit.language, isSendingMail }), { isOpen: true }),
  );

  pages.post("/webcast/forgotten", async (visit) => {
    const [name, { language }] = [readName(visit), visit];
    await deps.limits.enter("staff-link", { request: visit.request, name });
    // Who it is, if anybody, is looked up by the job: the answer takes the same time for everybody.
    const asked: ResetAsked = { name, language };
    if (isSendingMail) await queueJob(deps.db, SEND_RESET, asked);
    return visit.show(forgottenPage({ language, isSendingMail, isSent: true }));
  });

  pages.get("/webcast/password", async (visit) => showForm(visit, await getLinkedUser(deps, visit)));

  pages.post("/webcast/password", async (visit) => {
    const user = await getLinkedUser(deps, visit);
    const read = readNewPassword(visit.form);
    if ("fault" in read) return showForm(visit, user, read.fault);
    try {
      await setPassword(deps.db, user, read);
    } catch (error) {
      return showForm(visit, user, passwordFaultOf(error));
    }
    return admit(deps, visit, (await findActiveUser(deps.db, user.clientId, user.id)) ?? fail("link.over"));
  });
}

const linkOf = ({ query }: Visit) => ({ user: one(query, "u") ?? "", key: one(query, "k") ?? "" });

async function getLinkedUser(deps: SignInDeps, visit: Visit): Promise<SignInUser> {
  return (await findLinkedUser(deps, linkOf(visit))) ?? fail("link.over");
}

function showForm(visit: Visit, { userName }: SignInUser, fault?: NewPasswordFault) {
  const { user, key } = linkOf(visit);
  const address = `/webcast/password?${new URLSearchParams({ u: user, k: key })}`;
  const view = { language: visit.language, userName, address, fault };
  return visit.show(passwordPage(view), { ...(fault && { status: 400 }) });
}
