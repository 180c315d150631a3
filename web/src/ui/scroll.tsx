import type { ReactNode } from "react";

/** What may be longer than its place: it scrolls, by keyboard too. */
export function Scroll({ className = "", children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div className={`scroll ${className}`} tabIndex={0}>
      {children}
    </div>
  );
}
