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
      vite.middlewares.use(async (request, response, next) => {
        const { url = "/", headers } = request;
        if (!url.startsWith("/wcc/") && !url.startsWith("/webcast/")) return next();
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
      });
    },
  };
}

/** Vite's own script comes first; the content policy, which allows no others, is left out with the rest of the headers. */
function withSources(page: string): string {
  return page.replace(/<link rel="(?:stylesheet|modulepreload)" href="[^"]*\/web\/[^"]*">/g, "").replace(
    /<script type="module" src="[^"]*\/web\/(audience|staff)-[^"]*"><\/script>/,
    `<script type="module">import { injectIntoGlobalHook } from "/@react-refresh";
injectIntoGlobalHook(window); window.$RefreshReg$ = () => {}; window.$RefreshSig$ = () => (type) => type;</script>
<script type="module" src="/@vite/client"></script><script type="module" src="/src/$1/main.tsx"></script>`,
  );
}
