// @ts-check
// Counts down to the start of the event; when its room opens, the page asks the server what comes next.

const locale = document.documentElement.lang;
/** @type {[unit: string, seconds: number][]} */
const units = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

for (const line of document.querySelectorAll("[data-countdown]")) {
  const place = line.querySelector("strong");
  if (!(line instanceof HTMLElement) || !place) continue;
  const start = Date.parse(line.dataset.countdown ?? "");
  const opens = Date.parse(line.dataset.opens ?? "") || start;
  const tick = () => {
    const untilOpen = Math.ceil((opens - Date.now()) / 1000);
    if (untilOpen <= 0) {
      clearInterval(timer);
      line.hidden = true;
      // A server whose clock is behind says "soon" a little longer; asking again and again would not help it.
      if (untilOpen > -5) setTimeout(() => location.reload(), 2_000);
      return;
    }
    let left = Math.ceil((start - Date.now()) / 1000);
    const parts = [];
    for (const [unit, seconds] of units) {
      const count = Math.floor(left / seconds);
      left -= count * seconds;
      if (count > 0 || parts.length > 0 || unit === "second")
        parts.push(count.toLocaleString(locale, { style: "unit", unit, unitDisplay: "long" }));
    }
    // Two are enough: nobody counts the seconds of a day.
    place.textContent = parts.slice(0, 2).join(" ");
    line.hidden = false;
  };
  const timer = setInterval(tick, 1_000);
  tick();
}
