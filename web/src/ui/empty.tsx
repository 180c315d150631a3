import type { ReactNode } from "react";

/** Where there will be something. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="nothing-yet">{children}</p>;
}
