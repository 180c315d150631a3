import { type Part, put } from "../../../lib/room/room-store.ts";

/** A certificate that one has earned. */
export interface Earned {
  readonly certificationId: number;
  readonly partialCredit?: string | null;
  readonly credits?: number | null;
  /** Of its page, where its paper is too. */
  readonly address: string;
}

export const earnedPart: Part<readonly Earned[]> = {
  name: "certificates",
  begin: ({ mine }) => (mine.certificates as { earned?: readonly Earned[] } | undefined)?.earned ?? [],
  on: {},
};

export function withEarned(earned: readonly Earned[], one: Earned): readonly Earned[] {
  return put(earned, one, ({ certificationId }) => certificationId);
}
