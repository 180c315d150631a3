import type { LanguageCode } from "@lectern/texts/languages";
import { type Say, speak } from "@lectern/texts/say";
import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { deviceOf } from "../../attending/attendance/device.ts";
import { MOST_PASSWORD_LENGTH } from "../../base/accounts/passwords.ts";
import type { StaffUser } from "../../base/staff-sessions/queries.ts";
import { type NewPasswordFault, newPasswordFields } from "./new-password.ts";

export interface AccountView {
  readonly language: LanguageCode;
  readonly user: StaffUser;
  /** Whoever signs in through an organisation only has no password to change. */
  readonly hasPassword: boolean;
  readonly sessions: readonly AccountSession[];
  readonly fault?: NewPasswordFault | "wrong" | undefined;
  readonly isChanged?: boolean;
}

export interface AccountSession {
  readonly id: number;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
}

/** One's own account: the password, and where one is signed in. */
export function accountPage(view: AccountView): string {
  const { language, user, isChanged } = view;
  const say = speak(language);
  return page({
    title: say("staff:account.heading"),
    lang: language,
    brand: { name: user.clientName, href: "/webcast/home" },
    links: [{ text: say("staff:account.events"), href: "/webcast/home" }],
    body: html`<div class="stack loose">
<header class="stack tight"><h1>${say("staff:account.heading")}</h1>
<p class="quiet"><bdi>${user.name}</bdi> · <bdi>${user.userName}</bdi></p></header>
${isChanged && html`<p class="notice good" role="status">${say("staff:account.changed")}</p>`}
${view.hasPassword && passwordForm(say, view)}
${view.hasPassword && html`<p><a href="/webcast/account/second-factor">${say("staff:factor.heading")}</a></p>`}
${sessionList(say, view)}
</div>`,
  });
}

function passwordForm(say: Say, { fault, user }: AccountView): Html {
  const isWrong = fault === "wrong";
  const marks = isWrong && html` aria-invalid="true" aria-describedby="wrong"`;
  return html`<section class="stack"><h2>${say("staff:account.change")}</h2>
<form class="stack" method="post" action="/webcast/account/password">
<input type="text" name="username" autocomplete="username" value="${user.userName}" readonly hidden>
${isWrong && html`<p class="fault" id="wrong" role="alert">${say("staff:account.wrong")}</p>`}
<div class="field"><label for="current">${say("staff:account.current")}</label>
<input id="current" name="current" type="password" autocomplete="current-password" required maxlength="${MOST_PASSWORD_LENGTH}" dir="ltr"${marks}></div>
${newPasswordFields(say, isWrong ? undefined : fault)}
<p><button class="button" type="submit">${say("staff:newPassword.button")}</button></p></form></section>`;
}

function sessionList(say: Say, { sessions, user, language }: AccountView): Html {
  const rows = sessions.map((session) => sessionRow(say, session, { isHere: session.id === user.sessionId, language }));
  const endOthers = html`<form method="post" action="/webcast/account/sessions"><input type="hidden" name="end" value="others">
<button class="button second" type="submit">${say("staff:account.endOthers")}</button></form>`;
  return html`<section class="stack"><h2>${say("staff:account.sessions")}</h2>
<ul class="stack plain">${rows}</ul>${sessions.length > 1 && endOthers}</section>`;
}

function sessionRow(
  say: Say,
  { id, createdAt, lastSeenAt, userAgent }: AccountSession,
  { isHere, language }: { isHere: boolean; language: LanguageCode },
): Html {
  const { browser, os } = deviceOf(userAgent);
  const named = [browser, os].filter(Boolean).join(", ") || say("staff:account.unknownBrowser");
  const timed = (key: "since" | "seen", time: Date) => {
    const [before, , after] = say.pieces(`staff:account.${key}`, { time: "" });
    return html`${before}<time datetime="${time.toISOString()}">${formatTime(time, language)}</time>${after}`;
  };
  return html`<li class="card stack tight"><p><strong><bdi>${named}</bdi></strong>${isHere && html` <span class="badge good">${say("staff:account.here")}</span>`}</p>
<p class="quiet small">${timed("since", createdAt)} · ${timed("seen", lastSeenAt)}</p>
<form method="post" action="/webcast/account/sessions"><input type="hidden" name="end" value="${id}">
<button class="button second" type="submit" aria-label="${say("staff:account.end")}: ${named}">${say("staff:account.end")}</button></form></li>\n`;
}

function formatTime(time: Date, language: LanguageCode): string {
  return `${time.toLocaleString(language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })} UTC`;
}
