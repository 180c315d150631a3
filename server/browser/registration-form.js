// @ts-check
// Tells what is wrong with a field as soon as it is left, before anything is sent. Without it the server tells the same,
// and the server decides: whoever sends the same once more gets its answer.

for (const form of document.querySelectorAll("form[data-registration]")) {
  if (!(form instanceof HTMLFormElement)) continue;
  form.noValidate = true;
  const controls = [...form.elements].filter(
    /** @returns {control is HTMLInputElement} */ (control) =>
      "validity" in control &&
      control instanceof HTMLElement &&
      document.getElementById(`${control.id}-fault`) !== null,
  );
  const { missing = "", box = "", option = "", email = "", other = "" } = form.dataset;
  /** @type {Record<string, string | undefined>} */
  const missingByType = { checkbox: box, "select-one": option };

  /** @param {HTMLInputElement} control */
  const faultOf = ({ validity, type }) => {
    if (validity.valid) return "";
    if (validity.valueMissing) return missingByType[type] ?? missing;
    return type === "email" ? email : other;
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
    control.addEventListener("blur", () => control.type !== "checkbox" && control.value !== "" && tell(control));
    control.addEventListener("input", () => control.hasAttribute("aria-invalid") && tell(control));
  }

  let told = "";
  form.addEventListener("submit", (event) => {
    const wrong = controls.filter((control) => !tell(control));
    const now = JSON.stringify(wrong.map(({ name, value }) => [name, value]));
    if (wrong.length === 0 || now === told) return;
    told = now;
    event.preventDefault();
    wrong[0]?.focus();
  });
}
