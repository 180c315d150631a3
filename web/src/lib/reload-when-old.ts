import type { Room } from "./room/use-room.tsx";

/** The scripts of a page are those of one build: after an upgrade of the server the others are gone. */
export function reloadWhenOld({ watchStanding, connection }: Room): void {
  let wasLost = false;
  addEventListener("vite:preloadError", () => reloadWhenQuiet());
  watchStanding(() => {
    const { kind } = connection.standing;
    if (kind === "open" && wasLost) void look();
    wasLost = kind === "waiting";
  });
}

/** Whether the page's own script is still served. */
async function look(): Promise<void> {
  const answer = await fetch(import.meta.url, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  if (answer?.status === 404) reloadWhenQuiet();
}

/** Not while somebody looks at it, nor while a picture plays: drafts and places are kept, sound would break off. */
function reloadWhenQuiet(): void {
  const isPlaying = [...document.querySelectorAll("video")].some((video) => !video.paused);
  if (document.visibilityState === "hidden" || !isPlaying) location.reload();
  else document.addEventListener("visibilitychange", () => location.reload(), { once: true });
}
