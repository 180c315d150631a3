// @ts-check
// Shows one slide at a time, turned by buttons and keys; without this script they all lie side by side.

/** @param {HTMLElement} viewer */
function makeTurnable(viewer) {
  const slides = [...viewer.querySelectorAll("li")];
  const controls = viewer.querySelector("[data-controls]");
  const previous = viewer.querySelector("[data-previous]");
  const next = viewer.querySelector("[data-next]");
  const position = viewer.querySelector("[data-position]");
  if (!(controls instanceof HTMLElement && previous instanceof HTMLButtonElement && next instanceof HTMLButtonElement))
    return;
  let current = 0;

  /** @param {number} index */
  function show(index) {
    current = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, one) => {
      slide.hidden = one !== current;
    });
    for (const near of [current - 1, current, current + 1]) {
      const image = slides[near]?.querySelector("img");
      if (image) image.loading = "eager";
    }
    if (position) position.textContent = slides[current]?.dataset.name ?? "";
    // Not the disabled attribute: a button that loses the focus while it is pressed leaves people nowhere.
    previous?.setAttribute("aria-disabled", String(current === 0));
    next?.setAttribute("aria-disabled", String(current === slides.length - 1));
  }

  const isRightToLeft = getComputedStyle(viewer).direction === "rtl";
  /** @type {Record<string, () => number>} */
  const targets = {
    ArrowRight: () => current + (isRightToLeft ? -1 : 1),
    ArrowLeft: () => current + (isRightToLeft ? 1 : -1),
    PageDown: () => current + 1,
    PageUp: () => current - 1,
    Home: () => 0,
    End: () => slides.length - 1,
  };
  viewer.addEventListener("keydown", (event) => {
    const target = targets[event.key];
    if (!target || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(target());
  });
  previous.addEventListener("click", () => show(current - 1));
  next.addEventListener("click", () => show(current + 1));
  viewer.classList.add("turnable");
  controls.hidden = false;
  show(0);
}

for (const viewer of document.querySelectorAll("[data-slides]")) {
  if (viewer instanceof HTMLElement) makeTurnable(viewer);
}
