/** Leads the other published addresses to where we serve them, and mends what a sloppy client left unescaped. */
export function rewriteUrl(url: string): string {
  let rewritten = url.startsWith("/wcc/api/v2/") ? url.slice("/wcc/api".length) : url;
  if (rewritten.startsWith("/v2/") && rewritten.includes("/leads")) rewritten = rewritten.replace(leads, "$1/lead$2");
  return rewritten.includes("%") ? rewritten.replace(strayPercent, "%25") : rewritten;
}

/** The seamless doors have a host of their own at ON24, and may have one here. */
export function rewriteSeamlessUrl(url: string): string {
  const [, path = "", rest = ""] = /^(\/[^?]*?)\/?(\?.*)?$/s.exec(url) ?? [];
  return ["/", "/marketo", "/hubspot", "/eloqua"].includes(path.toLowerCase())
    ? `/seamlessreg${path === "/" ? "" : path.toLowerCase()}${rest}`
    : url;
}

/** Whether a Host header names the host, on whatever port. */
export function isHost(header: string | undefined, host: string | undefined): boolean {
  return host !== undefined && header !== undefined && header.toLowerCase().replace(/:\d+$/, "") === host;
}

/** `/leads` is met as often as the published `/lead`. */
const leads = /^(\/v2\/client\/[^/?]+)\/leads([/?]|$)/;
const strayPercent = /%(?![0-9A-Fa-f]{2})/g;
