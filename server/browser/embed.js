// @ts-check
// For other sites: <script src="…/wcc/embed.js" data-event="ID" data-key="KEY" async></script> puts an event's
// registration form where it stands. Campaign parameters of the page's own address go along.

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { event = "", key = "", lang } = script.dataset;
  const { origin } = new URL(script.src);
  const address = new URL(`/wcc/embed/${encodeURIComponent(event)}/${encodeURIComponent(key)}`, origin);
  for (const [name, value] of new URLSearchParams(location.search))
    if (/^(utm_?\w+|partner_?ref)$/i.test(name)) address.searchParams.set(name, value);
  if (lang) address.searchParams.set("lang", lang);
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title ?? "Registration";
  frame.style.cssText = "width:100%;border:0;height:40rem";
  // An answer may be shorter than the form that led to it: its beginning comes into sight.
  let pages = 0;
  frame.addEventListener("load", () => {
    pages += 1;
    if (pages > 1 && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
  });
  script.after(frame);
  addEventListener("message", ({ source, origin: sender, data }) => {
    if (source !== frame.contentWindow || sender !== origin || data?.lectern !== "height") return;
    frame.style.height = `${Math.min(Math.max(Number(data.height) || 0, 100), 10_000)}px`;
  });
})();
