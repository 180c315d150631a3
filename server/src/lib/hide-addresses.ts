/** A text without the e-mail addresses in it, which are people's: mail servers repeat those that they refuse. */
export function hideAddresses(text: string): string {
  // Word by word: looking for what stands before an @ from every letter on takes the square of the text.
  return text.replace(/<?([^\s<>"']+)>?/g, hideAddress);
}

/** The address in a word, with whatever stands before it and its angle brackets; punctuation after it stays. */
function hideAddress(whole: string, word: string): string {
  const at = word.lastIndexOf("@");
  const after = word.slice(at + 1);
  if (at < 1 || after === "") return whole;
  const end = after.search(/[,;]/);
  return `(address)${end === -1 ? "" : after.slice(end)}`;
}
