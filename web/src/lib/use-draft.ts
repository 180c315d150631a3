import { useSyncExternalStore } from "react";

/** What somebody types and has not sent: it outlives the part of the page it is typed in, and reloading. */
export interface Draft {
  readonly text: string;
  change(text: string): void;
  /** Takes out what was sent; what was typed behind it meanwhile stays. */
  takeOut(sent: string): void;
}

/** In a frame without storage they live as long as the page. */
const drafts = new Map<string, string>();
const watchers = new Set<() => void>();

export function useDraft(name: string): Draft {
  const key = `lectern:draft:${location.pathname}:${name}`;
  const text = useSyncExternalStore(watch, () => read(key));
  return {
    text,
    change: (changed) => write(key, changed),
    takeOut: (sent) => write(key, remainderOf(read(key), sent)),
  };
}

function remainderOf(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : text;
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function read(key: string): string {
  const known = drafts.get(key);
  if (known !== undefined) return known;
  let stored: string | null = null;
  try {
    stored = sessionStorage.getItem(key);
  } catch {
    // A frame may have none.
  }
  drafts.set(key, stored ?? "");
  return stored ?? "";
}

function write(key: string, text: string): void {
  drafts.set(key, text);
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // As above.
  }
  for (const watcher of watchers) watcher();
}
