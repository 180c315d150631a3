// @ts-check
// Tells what is wrong with a field as soon as it is left, before anything is sent. Without it the server tells the same.

for (const form of document.querySelectorAll("form[data-registration]")) {
  if (!(form instanceof HTMLFormElement)) continue;
  form.noValidate = true;
  const controls = [...form.elements].filter(
    /** @returns {control is HTMLInputElement} */ (control) =>
      "validity" in control &&
      control instanceof HTMLElement &&
      document.getElementById(`${control.id}-fault`) !== null,
  );

  /** @param {HTMLInputElement} control */
  const faultOf = (control) => {
    const { validity } = control;
    if (validity.valid) return "";
    if (validity.valueMissing) return form.dataset.missing ?? "";
    return (control.type === "email" ? form.dataset.email : form.dataset.other) ?? "";
  };

  /** @param {HTMLInputElement} control */
  const tell = (control) => {
    const place = document.getElementById(`${control.id}-fault`);
    const fault = faultOf(control);
    if (!place) return true;
    place.textContent = fault;
    place.hidden = fault === "";
    if (fault === "") control.removeAttribute("aria-invalid");
    else control.setAttribute("aria-invalid", "true");
    return fault === "";
  };

  for (const control of controls) {
    control.addEventListener("blur", () => control.value !== "" && tell(control));
    control.addEventListener("input", () => control.hasAttribute("aria-invalid") && tell(control));
  }

  form.addEventListener("submit", (event) => {
    const wrong = controls.filter((control) => !tell(control));
    if (wrong.length === 0) return;
    event.preventDefault();
    wrong[0]?.focus();
  });
}
