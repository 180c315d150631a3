/** Leads the other published addresses to where we serve them, and mends what a sloppy client left unescaped. */
export function rewriteUrl(url: string): string {
  let rewritten = url.startsWith("/wcc/api/v2/") ? url.slice("/wcc/api".length) : url;
  if (rewritten.startsWith("/v2/") && rewritten.includes("/leads")) rewritten = rewritten.replace(leads, "$1/lead$2");
  return rewritten.includes("%") ? rewritten.replace(strayPercent, "%25") : rewritten;
}

/** `/leads` is met as often as the published `/lead`. */
const leads = /^(\/v2\/client\/[^/?]+)\/leads([/?]|$)/;
const strayPercent = /%(?![0-9A-Fa-f]{2})/g;
