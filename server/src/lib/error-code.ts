/** Whether an error carries one of these codes of the operating system, such as ENOENT. */
export function isErrorCode(error: unknown, ...codes: string[]): boolean {
  const { code } = (error ?? {}) as { code?: string };
  return code !== undefined && codes.includes(code);
}
