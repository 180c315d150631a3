/** What this browser remembers for the page; nothing where a frame has no storage. */
export const kept = {
  read<Value>(name: string): Value | undefined {
    try {
      const text = localStorage.getItem(`lectern:${name}`);
      return text === null ? undefined : (JSON.parse(text) as Value);
    } catch {
      return undefined;
    }
  },
  /** Undefined forgets it. */
  write(name: string, value: unknown): void {
    try {
      if (value === undefined) localStorage.removeItem(`lectern:${name}`);
      else localStorage.setItem(`lectern:${name}`, JSON.stringify(value));
    } catch {
      // It was of use while the page was open.
    }
  },
};
