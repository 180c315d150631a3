import { type Html, html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import type { SignIn } from "../../doors/single-sign-on/providers/list-sign-ins.ts";

/** Where staff signs in, and otherwise hears which addresses lead where. */
export interface Entrance {
  /** As given in the address; whether there is such a client is not told. */
  readonly client?: string | undefined;
  /** Where to go on to. */
  readonly page?: string | undefined;
  readonly signIns: readonly SignIn[];
}

export function entrancePage({ client, page: onward, signIns }: Entrance): string {
  return page({
    title: "Staff entrance",
    brand: { name: "Lectern", href: "/" },
    body: html`<div class="stack loose">
<header class="stack tight"><h1>Staff entrance</h1></header>
${signIns.length > 0 ? signInLinks(signIns, onward) : accountForm(client, onward)}
<section class="stack"><h2>How to reach your event</h2>
<p>Every event has pages of its own for its team: a preview of the console, a page to present from, and a report. Each opens by its address alone, because the address holds a key for it.</p>
<p>You get these addresses from whoever created the event. Integrations find them in the API's answers as <code>previewurl</code>, <code>pmurl</code> and <code>reporturl</code>.</p>
<p>Who is at the door, and mails to people, open only for those who are signed in. Where nobody can sign in, whoever runs this server makes a link that opens them for an hour.</p></section>
<section class="stack"><h2>How to upload</h2>
<p>Videos, slides, speakers' pictures and related content come in through the <a href="/reference">API</a>, which shows every operation and lets you try it.</p></section>
</div>`,
  });
}

function signInLinks(signIns: readonly SignIn[], onward: string | undefined): Html {
  const query = onward === undefined ? "" : `?${new URLSearchParams({ page: onward })}`;
  return html`<section class="stack"><h2>Sign in</h2>
<p class="row">${signIns.map(({ name, href }) => html`<a class="button" href="${href}${query}">Sign in with ${name}</a>\n`)}</p></section>`;
}

function accountForm(client: string | undefined, onward: string | undefined): Html {
  return html`<section class="stack"><h2>Sign in</h2>
${client !== undefined && html`<p class="notice warn">There is no sign-in for this account number.</p>`}
<form class="stack" method="get" action="/webcast/login">${onward !== undefined && html`<input type="hidden" name="page" value="${onward}">`}
<div class="field"><label for="client">Account number</label>
<input id="client" name="client" inputmode="numeric" autocomplete="organization" required value="${client ?? ""}"></div>
<p><button class="button" type="submit">Continue</button></p>
</form></section>`;
}
