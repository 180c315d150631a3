/** Texts made from a transcript; the words of the table's `kind`. */
export const textKinds = ["transcript", "key-takeaways", "blog-post", "ebook"] as const;
export type TextKind = (typeof textKinds)[number];
