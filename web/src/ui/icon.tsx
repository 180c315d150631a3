/** Drawn on 24 by 24 with a line of 2, in the color of the text. */
const paths = {
  video: "M3 6h11a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H3z M16 10l5-3v10l-5-3",
  slides: "M3 4h18v12H3z M12 16v4 M8 20h8",
  question: "M12 21a9 9 0 1 0-8-5l-1 5 5-1a9 9 0 0 0 4 1z M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.5 M12 16.5v.1",
  chat: "M4 4h16v12H9l-5 4z M8 8.5h8 M8 12h5",
  poll: "M5 20V10 M12 20V4 M19 20v-7",
  file: "M6 3h8l4 4v14H6z M14 3v4h4 M9 12h6 M9 16h6",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2.5 20a6.5 6.5 0 0 1 13 0 M16 4.5a3.5 3.5 0 0 1 0 6.3 M18 14.2a6.5 6.5 0 0 1 3.5 5.8",
  text: "M4 6h16 M4 12h16 M4 18h10",
  star: "M12 3l2.7 5.8 6.3.7-4.7 4.3 1.3 6.2-5.6-3.2-5.6 3.2 1.3-6.2-4.7-4.3 6.3-.7z",
  check: "M5 12.5l4.5 4.5L19 7.5",
  survey: "M8 4H5v17h14V4h-3 M8 2.5h8v4H8z M8.5 13l2.2 2.2 4.3-4.4",
  idea: "M9 18h6 M10 21h4 M12 3a6 6 0 0 1 3.6 10.8c-.7.6-1.1 1.3-1.1 2.2h-5c0-.9-.4-1.6-1.1-2.2A6 6 0 0 1 12 3z",
  award: "M12 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z M8.5 13l-1.5 8 5-3 5 3-1.5-8",
  share:
    "M8.5 10.7l7-4 M8.5 13.3l7 4 M6 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z M18 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z M18 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  hand: "M7 12V6.5a1.5 1.5 0 0 1 3 0V11 M10 10V4.5a1.5 1.5 0 0 1 3 0V11 M13 11V5.5a1.5 1.5 0 0 1 3 0V13 M16 11a1.5 1.5 0 0 1 3 0v4a6.5 6.5 0 0 1-12 3.5L4.3 14a1.4 1.4 0 0 1 2.4-1.4L7 13",
  up: "M12 19V5 M6 11l6-6 6 6",
  send: "M4 12l16-8-5 17-3.5-7z",
  close: "M6 6l12 12 M18 6L6 18",
  play: "M7 4.5v15l12-7.5z",
  pause: "M8 5v14 M16 5v14",
  sound: "M4 9.5v5h4l5 4v-13l-5 4z M16.5 9a4.5 4.5 0 0 1 0 6 M19 6.5a8 8 0 0 1 0 11",
  muted: "M4 9.5v5h4l5 4v-13l-5 4z M17 9.5l5 5 M22 9.5l-5 5",
  captions: "M3 5h18v14H3z M10 10.5a2 2 0 1 0 0 3 M17 10.5a2 2 0 1 0 0 3",
  expand: "M4 9V4h5 M20 9V4h-5 M4 15v5h5 M20 15v5h-5",
  shrink: "M9 4v5H4 M15 4v5h5 M9 20v-5H4 M15 20v-5h5",
  pictureInPicture: "M3 5h18v14H3z M12 12h6v4h-6z",
  settings: "M4 7h9 M17 7h3 M4 17h3 M11 17h9 M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4z M9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  move: "M12 3v18 M3 12h18 M9 6l3-3 3 3 M9 18l3 3 3-3 M6 9l-3 3 3 3 M18 9l3 3-3 3",
  reset: "M4 4v5h5 M4.5 9a8 8 0 1 1-.4 4.5",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M3 12h18 M12 3c3 3 3 15 0 18 M12 3c-3 3-3 15 0 18",
  pin: "M12 15v6 M8 3h8l-1 6 3 4v2H6v-2l3-4z",
  external: "M14 4h6v6 M20 4l-9 9 M18 14v6H4V6h6",
  megaphone: "M4 10v4h3l9 4V6l-9 4z M19.5 9.5a4 4 0 0 1 0 5 M8 14v5h3",
} as const;

export type IconName = keyof typeof paths;

/** Beside a text, or in what has a name of its own: nobody reads it aloud. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
