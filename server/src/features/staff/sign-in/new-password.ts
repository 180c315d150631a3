import type { Say } from "@lectern/texts/say";
import { Refusal } from "../../../errors.ts";
import { type Fields, one } from "../../../http/forms.ts";
import { type Html, html } from "../../../http/pages/html.ts";
import { MOST_PASSWORD_LENGTH, PASSWORD_LENGTH, type PasswordFault } from "../../base/accounts/passwords.ts";

export type NewPasswordFault = PasswordFault | "different";

/** The password that a form brings, twice the same; an empty one is too short. */
export function readNewPassword(form: Fields): { password: string } | { fault: NewPasswordFault } {
  const [password = "", repeated = ""] = [one(form, "new"), one(form, "repeat")];
  if (password !== repeated) return { fault: "different" };
  return password.length > MOST_PASSWORD_LENGTH ? { fault: "guessable" } : { password };
}

/** Why a password was not taken; what else was thrown is thrown on. */
export function passwordFaultOf(error: unknown): PasswordFault {
  if (error instanceof Refusal && error.code === "password.tooShort") return "tooShort";
  if (error instanceof Refusal && error.code === "password.guessable") return "guessable";
  throw error;
}

/** The two fields of a new password, with what keeps it from being taken. */
export function newPasswordFields(say: Say, fault: NewPasswordFault | undefined): Html {
  const described = html` aria-describedby="password-rule${fault && " password-fault"}"${fault && html` aria-invalid="true"`}`;
  const field = (name: string, label: string) => html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="password" autocomplete="new-password" required maxlength="${MOST_PASSWORD_LENGTH}" dir="ltr"${described}></div>`;
  return html`<p class="quiet small" id="password-rule">${say("staff:newPassword.rule", { length: PASSWORD_LENGTH })}</p>
${fault && html`<p class="fault" id="password-fault" role="alert">${sayFault(say, fault)}</p>`}
${field("new", say("staff:newPassword.field"))}
${field("repeat", say("staff:newPassword.repeat"))}`;
}

function sayFault(say: Say, fault: NewPasswordFault): string {
  if (fault === "tooShort") return say("staff:newPassword.tooShort", { length: PASSWORD_LENGTH });
  return say(`staff:newPassword.${fault}`);
}
