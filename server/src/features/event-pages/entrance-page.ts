import { html } from "../../http/pages/html.ts";
import { page } from "../../http/pages/layout.ts";

/** Where the staff will log in; until it can, this says which addresses lead where. */
export function entrancePage(): string {
  return page({
    title: "Staff entrance",
    brand: { name: "Lectern", href: "/" },
    body: html`<div class="stack loose">
<header class="stack tight"><h1>Staff entrance</h1>
<p class="lead">Logging in with a user name is not possible yet.</p></header>
<section class="stack"><h2>How to reach your event</h2>
<p>Every event has pages of its own for its team: a preview of the console, a page to present from, and a report. Each opens by its address alone, because the address holds the event's staff key.</p>
<p>You get these addresses from whoever created the event. Integrations find them in the API's answers as <code>previewurl</code>, <code>pmurl</code> and <code>reporturl</code>.</p></section>
<section class="stack"><h2>How to upload</h2>
<p>Videos, slides, speakers' pictures and related content come in through the <a href="/reference">API</a>, which shows every operation and lets you try it.</p></section>
</div>`,
  });
}
