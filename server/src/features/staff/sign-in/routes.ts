import { languages } from "@lectern/texts/languages";
import type { Kysely, Selectable } from "kysely";
import Type from "typebox";
import type { Db } from "../../../db/database.ts";
import { queueJob } from "../../../db/queue-job.ts";
import type { Database, Users } from "../../../db/types.ts";
import { fail } from "../../../errors.ts";
import type { Web } from "../../../http/web/operation.ts";
import type { Right } from "../../../http/web/rights.ts";
import type { Sealer } from "../../../lib/sealer.ts";
import { findUserById, listUsersOf } from "../../base/accounts/queries.ts";
import { requireRightsOf } from "../../base/accounts/rights-of.ts";
import { StaffUser, UserChange } from "../../base/accounts/schema.ts";
import { changeUser, signOutEverywhere } from "./change-user.ts";
import { linkLife, makePasswordLink } from "./password-link.ts";
import { turnOff } from "./second-factor.ts";
import { type Invited, SEND_INVITATION } from "./send-link.ts";

const Invitation = Type.Object({
  isMailed: Type.Boolean({ description: "Whether the link goes to the user's address" }),
  url: Type.Optional(
    Type.String({ description: "The link, for the operator, and where no mail goes out: who has it becomes the user" }),
  ),
  expiresAt: Type.String({ format: "date-time" }),
});

const languageCodes = languages.map(({ code }) => Type.Literal(code));

export interface UserRouteDeps {
  readonly db: Kysely<Database>;
  readonly sealer: Sealer;
  readonly publicUrl: string;
  readonly isSendingMail: boolean;
  now(): Date;
}

interface UserCall {
  readonly client: { readonly id: number };
  readonly params: { readonly userId: number };
  may(right: Right): boolean;
}

/** A user of the client whom the caller may change. */
async function getUser(db: Db, { client, params: { userId }, may }: UserCall): Promise<Selectable<Users>> {
  const user = (await findUserById(db, client.id, userId)) ?? fail("user.unknown", { userName: String(userId) });
  requireRightsOf(user.permissions, may);
  return user;
}

/** The users of a client, what they may do, and how they come by a password. */
export function userRoutes(web: Web, deps: UserRouteDeps): void {
  const { db } = deps;

  web.operation("listUsers", {
    route: "GET /clients/{clientId}/users",
    right: "users.manage",
    group: "Operator",
    summary: "List the staff users of a client",
    answer: Type.Object({ users: Type.Array(StaffUser) }),
    handle: async ({ client }) => ({ users: (await listUsersOf(db, client.id)).map(presentUser) }),
  });

  web.operation("updateUser", {
    route: "PATCH /clients/{clientId}/users/{userId}",
    right: "users.manage",
    group: "Operator",
    summary: "Change a staff user",
    description: "Who is not active is signed out at once. Nobody gives permissions that open more than they may do.",
    body: UserChange,
    answer: StaffUser,
    handle: async (call) => {
      const { body, may, actor } = call;
      const { clientId, id: userId } = await getUser(db, call);
      if (body.permissions) requireRightsOf(body.permissions, may);
      await changeUser(db, { clientId, userId, actor }, body);
      return presentUser(await getUser(db, { ...call, may: () => true }));
    },
  });

  web.operation("signOutUser", {
    route: "POST /clients/{clientId}/users/{userId}/sign-out",
    right: "users.manage",
    group: "Operator",
    summary: "End all sessions of a user, at once in every process",
    answer: Type.Object({ ended: Type.Integer() }),
    handle: async (call) => {
      const { clientId, id: userId } = await getUser(db, call);
      return { ended: await signOutEverywhere(db, { clientId, userId, actor: call.actor }) };
    },
  });

  web.operation("removeSecondFactor", {
    route: "DELETE /clients/{clientId}/users/{userId}/second-factor",
    right: "users.manage",
    group: "Operator",
    summary: "Let a user sign in by the password alone again, who has lost the app and the recovery codes",
    handle: async (call) => {
      const { clientId, id: userId } = await getUser(db, call);
      await turnOff(db, { clientId, userId }, call.actor);
    },
  });

  invitationRoute(web, deps);
}

function invitationRoute(web: Web, { db, now, isSendingMail, ...deps }: UserRouteDeps): void {
  web.operation("inviteUser", {
    route: "POST /clients/{clientId}/users/{userId}/invitation",
    right: "users.manage",
    group: "Operator",
    summary: "Let a user set a password, by a link that works once and for seven days",
    body: Type.Object({ language: Type.Optional(Type.Union(languageCodes)) }, { additionalProperties: false }),
    answer: Invitation,
    handle: async (call) => {
      const user = await getUser(db, call);
      if (!user.isActive) fail("user.unknown", { userName: user.userName });
      const { url, expiresAt } = makePasswordLink(deps, user, new Date(now().getTime() + linkLife.invitation));
      const { language = "en" } = call.body;
      const invited: Invited = { clientId: user.clientId, userId: user.id, language };
      if (isSendingMail) await queueJob(db, SEND_INVITATION, invited);
      const isTold = call.actor === "operator" || !isSendingMail;
      return { isMailed: isSendingMail, ...(isTold && { url }), expiresAt: expiresAt.toISOString() };
    },
  });
}

function presentUser(user: Selectable<Users>) {
  const { id, userName, name, email, jobTitle, type, permissions, isActive, passwordHash, lastLoginAt } = user;
  return {
    ...{ userId: id, userName, name, email, type, permissions, isActive },
    hasPassword: passwordHash !== null,
    ...(jobTitle !== null && { jobTitle }),
    ...(lastLoginAt && { lastLoginAt: lastLoginAt.toISOString() }),
  };
}
