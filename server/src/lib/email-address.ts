const pattern = /^[^\s\p{Cc}@"(),:;<>[\\\]]+@[^\s\p{Cc}@"(),:;<>[\\\].]+(\.[^\s\p{Cc}@"(),:;<>[\\\].]+)+$/u;

/** One address without a name: the plain form that mail systems and people use, not all that RFC 5322 allows. */
export function isEmailAddress(text: string): boolean {
  return pattern.test(text);
}
