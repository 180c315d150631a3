/** An id as people and programs write it; fifteen digits are exact as a number, and no sequence gets there. */
export function readId(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
