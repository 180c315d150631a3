import type { IncomingMessage, ServerResponse } from "node:http";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";

/** The server that runs beside: it answers everything but the sources of these pages. */
const target = process.env.LECTERN ?? "http://localhost:3000";

/** The pages of a running server with these sources in place of what was built, changed while one looks. */
export function devPlugins() {
  return [react(), proxyToServer()];
}

function proxyToServer(): Plugin {
  return {
    name: "lectern-server",
    config: () => ({
      server: { proxy: { "^/(wcc/room|files|assets|api)/": { target, ws: true, changeOrigin: true } } },
    }),
    configureServer(vite) {
      vite.middlewares.use((request, response, next) => {
        const { url = "/" } = request;
        if (!url.startsWith("/wcc/") && !url.startsWith("/webcast/")) return next();
        answerAsServer(request, response).catch(next);
      });
    },
  };
}

async function answerAsServer({ url = "/", headers }: IncomingMessage, response: ServerResponse): Promise<void> {
  const answer = await fetch(new URL(url, target), {
    headers: { cookie: headers.cookie ?? "", "accept-language": headers["accept-language"] ?? "" },
    redirect: "manual",
  });
  response.statusCode = answer.status;
  for (const name of ["content-type", "location", "set-cookie"]) {
    const value = answer.headers.get(name);
    if (value) response.setHeader(name, value.replace(target, ""));
  }
  response.end(withSources(await answer.text()));
}

/** Vite's own scripts come first; the content policy, which allows no others, is left out with the rest of the headers. */
const preamble = `<script type="module">import { injectIntoGlobalHook } from "/@react-refresh";
injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (type) => type;</script>
<script type="module" src="/@vite/client"></script>`;

/** What was built stands in lines of its own. */
function withSources(page: string): string {
  const isBuilt = (line: string) => line.includes("assets/web/");
  const entry = ["audience", "staff"].find((name) => page.includes(`assets/web/${name}-`));
  const lines = page.split("\n").filter((line) => !isBuilt(line));
  const script = entry ? `${preamble}<script type="module" src="/src/${entry}/main.tsx"></script>` : "";
  return lines.join("\n").replace("</head>", `${script}</head>`);
}
