/**
 * Whether an e-mail address is on a list of addresses and domains; a domain means all below it, and nothing that only
 * ends alike: example.com is in mail.example.com and not in notexample.com.
 */
export function isAddressIn(email: string, list: readonly string[]): boolean {
  const address = email.trim().toLowerCase();
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return list.some((line) => {
    const entry = line.trim().toLowerCase();
    if (entry.indexOf("@") > 0) return entry === address;
    // "@example.com" and "*.example.com" are what people type for a domain.
    const wanted = entry.replace(/^(@|\*\.)/, "");
    return domain === wanted || domain.endsWith(`.${wanted}`);
  });
}

/** Whether a host is on a list of hosts; `*.example.com` means all below example.com and not itself. */
export function isHostIn(host: string, list: readonly string[]): boolean {
  const name = host.trim().toLowerCase().replace(/\.$/, "");
  if (name === "") return false;
  return list.some((line) => {
    const entry = line.trim().toLowerCase();
    return entry.startsWith("*.") ? name.endsWith(entry.slice(1)) : name === entry;
  });
}
