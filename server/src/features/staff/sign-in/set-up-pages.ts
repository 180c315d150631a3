import { one } from "../../../http/forms.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import type { Visit } from "../../../http/pages/visit.ts";
import { isEmailAddress } from "../../../lib/email-address.ts";
import { canAnybodySignIn, listTopClients } from "../../base/accounts/queries.ts";
import { passwordFaultOf, readNewPassword } from "./new-password.ts";
import { type FirstUser, isSetUpKey, setUp } from "./set-up.ts";
import { type SetUpView, setUpPage } from "./set-up-page.ts";
import { admit, type SignInDeps } from "./sign-in-pages.ts";

/** Where the first user is made, until there is one. */
export function setUpPages(all: Pages, deps: SignInDeps): void {
  const { db, now, sealer } = deps;
  const pages = all.with({ limit: "staff" });

  const show = async (visit: Visit, shown: Pick<SetUpView, "given" | "fault"> = {}) => {
    if (await canAnybodySignIn(db)) return visit.leadTo("/webcast/login");
    const key = one(visit.query, "k") ?? "";
    const isGood = isSetUpKey(sealer, key, now());
    const organisations = isGood ? await listTopClients(db) : [];
    const view = { language: visit.language, key: isGood ? key : undefined, organisations, ...shown };
    return visit.show(setUpPage(view), { ...(shown.fault && { status: 400 }) });
  };
  pages.get("/webcast/setup", (visit) => show(visit));

  pages.post("/webcast/setup", async (visit) => {
    if (!isSetUpKey(sealer, one(visit.query, "k") ?? "", now())) return show(visit);
    const given = readGiven(visit);
    const read = readNewPassword(visit.form);
    if ("fault" in read) return show(visit, { given, fault: read.fault });
    const organisation = await findOrganisation(deps, given.organisation);
    if (!organisation || given.name === "" || !isEmailAddress(given.email))
      return show(visit, { given, fault: "incomplete" });
    try {
      return await admit(deps, visit, await setUp(db, { ...given, ...read, organisation }));
    } catch (error) {
      return show(visit, { given, fault: passwordFaultOf(error) });
    }
  });
}

function readGiven({ form }: Visit) {
  const read = (name: string, most: number) => (one(form, name) ?? "").trim().slice(0, most);
  return { organisation: read("organisation", 200), name: read("name", 200), email: read("email", 254) };
}

/** One of those there are, if there are any; else a new one of that name. */
async function findOrganisation({ db }: SignInDeps, given: string): Promise<FirstUser["organisation"] | undefined> {
  const clients = await listTopClients(db);
  if (clients.length === 0) return given === "" ? undefined : { name: given };
  const chosen = clients.find(({ id }) => String(id) === given);
  return chosen && { clientId: chosen.id };
}
