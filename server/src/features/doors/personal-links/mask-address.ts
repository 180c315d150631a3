/** Enough of an address for its owner to know it, and too little for others: mails are passed on, links and all. */
export function maskAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return at > 0 ? `${first}***${email.slice(at)}` : "***";
}
