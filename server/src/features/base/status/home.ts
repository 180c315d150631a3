import type { Db } from "../../../db/database.ts";
import type { Pages } from "../../../http/pages/dialect.ts";
import { html } from "../../../http/pages/html.ts";
import { page } from "../../../http/pages/layout.ts";
import { canAnybodySignIn } from "../accounts/queries.ts";

/** What whoever opens the address in a browser sees. */
export function frontPages(pages: Pages, { db, publicUrl }: { db: Db; publicUrl: string }): void {
  pages.get("/", async (visit) => {
    // The page is there while the database is away.
    const isSetUp = await canAnybodySignIn(db).catch(() => true);
    return visit.show(frontPage(publicUrl, isSetUp ? signIn : setUp), { isOpen: true });
  });
}

interface Door {
  readonly href: string;
  readonly name: string;
  readonly meaning: string;
}

const signIn: Door = { href: "/webcast/login", name: "Sign in", meaning: "For whoever makes and runs webinars here" };
const setUp: Door = { href: "/webcast/setup", name: "Set up", meaning: "Nobody can sign in here yet" };

const links: readonly Door[] = [
  { href: "/reference", name: "API reference", meaning: "Every operation, to read and to try" },
  { href: "/v2/openapi.json", name: "OpenAPI document", meaning: "For code generators and API tools" },
  { href: "/health/ready", name: "Health", meaning: "Whether the server and its database answer" },
];

function frontPage(publicUrl: string, staffDoor: Door): string {
  return page({
    title: "Lectern",
    description: "Self-hosted webinar platform that speaks ON24's REST API v2",
    body: html`<div class="stack loose">
<header class="stack tight">
<h1>Lectern</h1>
<p class="lead">This server is running. Integrations use the base address <code>${publicUrl}/v2</code>.</p>
</header>
<ul class="stack plain">
${[staffDoor, ...links].map(
  ({ href, name, meaning }) =>
    html`<li><a class="card door" href="${href}"><strong>${name}</strong> <span class="quiet">${meaning}</span></a></li>\n`,
)}</ul>
<p class="quiet small">Compatible with ON24's REST API v2; not affiliated with ON24, Inc.</p>
</div>`,
  });
}
