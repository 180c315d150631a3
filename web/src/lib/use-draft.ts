import { useState } from "react";

/** What somebody types and has not sent: it outlives the part of the page it is typed in, and reloading. */
export function useDraft(name: string): readonly [string, (text: string) => void] {
  const key = `lectern:draft:${location.pathname}:${name}`;
  const [draft, setDraft] = useState(() => read(key));
  const change = (text: string) => {
    setDraft(text);
    try {
      if (text === "") sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // In a frame without storage it lives as long as the page.
    }
  };
  return [draft, change];
}

function read(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
