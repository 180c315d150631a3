/** Whether PostgreSQL can keep a text: its text cannot hold U+0000, nor its jsonb half a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes("\0") && !/\p{Surrogate}/u.test(text);
}
