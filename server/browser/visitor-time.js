// @ts-check
// Shows the event's start on the visitor's own clock, where that is another than the event's.

for (const line of document.querySelectorAll("[data-visitor-time]")) {
  if (!(line instanceof HTMLElement)) continue;
  const { visitorTime = "", zone } = line.dataset;
  const instant = new Date(visitorTime);
  const locale = document.documentElement.lang;
  /** @param {string | undefined} timeZone */
  const write = (timeZone) =>
    instant.toLocaleString(locale, {
      timeZone,
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "numeric",
      minute: "2-digit",
    });
  const own = write(undefined);
  const place = line.querySelector("span");
  if (!place || own === write(zone)) continue;
  place.textContent = own;
  line.hidden = false;
}
