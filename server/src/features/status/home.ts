import type { FastifyInstance } from "fastify";

/** What whoever opens the address in a browser sees. */
export function homeRoutes(app: FastifyInstance, { publicUrl }: { publicUrl: string }): void {
  app.get("/", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page(publicUrl)),
  );
}

function page(publicUrl: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Lectern</title>
<style>
:root { color-scheme: light dark; --ink: #1d2433; --quiet: #566077; --line: #dfe3ec; --paper: #fff; --back: #f5f6fa; --accent: #3046c9; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef0f6; --quiet: #a9b1c6; --line: #333b4f; --paper: #1b2130; --back: #12161f; --accent: #9fb0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { margin: 0 0 .25rem; font-size: 2.25rem; letter-spacing: -.02em; }
p { margin: 0 0 1.5rem; color: var(--quiet); }
ul { list-style: none; margin: 0 0 2rem; padding: 0; display: grid; gap: .75rem; }
li a { display: block; padding: 1rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; color: inherit; text-decoration: none; }
li a:hover, li a:focus-visible { border-color: var(--accent); outline: none; box-shadow: 0 0 0 3px color-mix(in srgb, var(--accent) 25%, transparent); }
li strong { display: block; color: var(--accent); }
li span { color: var(--quiet); }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
footer { color: var(--quiet); font-size: .875rem; }
</style>
</head>
<body>
<main>
<h1>Lectern</h1>
<p>This server is running. Integrations use the base address <code>${escapeHtml(publicUrl)}/v2</code>.</p>
<ul>
<li><a href="/reference"><strong>API reference</strong><span>Every operation, to read and to try</span></a></li>
<li><a href="/v2/openapi.json"><strong>OpenAPI document</strong><span>For code generators and API tools</span></a></li>
<li><a href="/health/ready"><strong>Health</strong><span>Whether the server and its database answer</span></a></li>
<li><a href="/metrics"><strong>Metrics</strong><span>Figures for Prometheus</span></a></li>
</ul>
<footer>Compatible with ON24's REST API v2; not affiliated with ON24, Inc.</footer>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
