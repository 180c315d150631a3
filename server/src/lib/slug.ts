/** What is left of a title in an address: small Latin letters, digits and hyphens, at most 60 of them; may be empty. */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 60).replace(/^-|-$/g, "");
}
