// Tells the server how long somebody looks: the time a player plays, or else the time the page is in front.
const place = document.querySelector("[data-visit]");
const player = place?.querySelector("video, audio");
const REPORT_SECONDS = 15;
let seconds = 0;

function isLooking() {
  return player ? !player.paused && !player.ended : document.visibilityState === "visible";
}

function report() {
  if (seconds > 0) navigator.sendBeacon(place.dataset.visit, new URLSearchParams({ seconds: String(seconds) }));
  seconds = 0;
}

if (place) {
  setInterval(() => {
    if (isLooking()) seconds += 1;
    if (seconds >= REPORT_SECONDS) report();
  }, 1000);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") report();
  });
  addEventListener("pagehide", report);
}
