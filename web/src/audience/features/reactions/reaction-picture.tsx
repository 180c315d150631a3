import type { ReactionType } from "@lectern/wire/reactions";
import type { ReactNode } from "react";

/** Drawn by us: emoji look different on every system, and are missing on some. */
const pictures: Readonly<Record<ReactionType, ReactNode>> = {
  like: (
    <path
      fill="#4f7cf7"
      d="M2.5 10.5h3.5v10H2.5z M7.5 20V10.5L11.5 3c1.7 0 2.6 1.3 2.3 2.9L13.2 9h6c1.4 0 2.4 1.3 2 2.7l-2 7c-.3 1.1-1.2 1.8-2.3 1.8H9.5c-.8 0-1.5-.2-2-.5z"
    />
  ),
  heart: (
    <path
      fill="#f0506e"
      d="M12 20.5S3 15.3 3 9.1C3 6.2 5.2 4 7.9 4c1.7 0 3.2.9 4.1 2.3C12.9 4.9 14.4 4 16.1 4 18.8 4 21 6.2 21 9.1c0 6.2-9 11.4-9 11.4z"
    />
  ),
  laugh: (
    <>
      <circle cx="12" cy="12" r="9.5" fill="#fbc02d" />
      <path d="M6 13h12a6 6 0 0 1-12 0z" fill="#7a3b00" />
      <path
        d="M6.8 9.8c.5-1 1.9-1 2.4 0M14.8 9.8c.5-1 1.9-1 2.4 0"
        stroke="#7a3b00"
        strokeWidth="1.6"
        fill="none"
        strokeLinecap="round"
      />
    </>
  ),
  celebrate: (
    <>
      <path d="M3 21l4.5-11.5 7 7z" fill="#8b6cf0" />
      <path
        d="M14 3.5c1.5 1.5 1 3.5-.5 5M20.5 10c-1.5-1.5-3.5-1-5 .5M12 12c2.5-3 4-4.5 7-6"
        stroke="#f0506e"
        strokeWidth="1.8"
        fill="none"
        strokeLinecap="round"
      />
      <g fill="#fbc02d">
        <circle cx="9.5" cy="5" r="1.4" />
        <circle cx="19.5" cy="14.5" r="1.4" />
        <circle cx="18.5" cy="3.5" r="1.2" />
      </g>
    </>
  ),
};

export function ReactionPicture({ type }: { readonly type: ReactionType }) {
  return (
    <svg className="picture" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {pictures[type]}
    </svg>
  );
}
