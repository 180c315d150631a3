// @ts-check
// Reads tickets with the camera, in browsers that can read codes; elsewhere the field takes them.

const form = document.querySelector("form[data-scan]");
const video = form?.querySelector("video");
const button = form?.querySelector("button[data-camera]");
const refused = form?.querySelector("[data-no-camera]");
const field = form?.querySelector("input[name=ticket]");

const LAST_TICKET = "lectern.last-ticket";

/** @typedef {{ detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> }} Detector */
/** @type {(new (options: { formats: string[] }) => Detector) | undefined} */
const BarcodeDetector = Reflect.get(window, "BarcodeDetector");

const isReady =
  form instanceof HTMLFormElement &&
  video instanceof HTMLVideoElement &&
  button instanceof HTMLButtonElement &&
  refused instanceof HTMLElement &&
  field instanceof HTMLInputElement;

if (isReady && BarcodeDetector && navigator.mediaDevices) {
  const detector = new BarcodeDetector({ formats: ["qr_code"] });

  const look = async () => {
    const [code] = await detector.detect(video).catch(() => []);
    // The ticket that was read last may still be before the camera.
    if (!code || code.rawValue === sessionStorage.getItem(LAST_TICKET)) return setTimeout(look, 150);
    sessionStorage.setItem(LAST_TICKET, code.rawValue);
    field.value = code.rawValue;
    const scanning = Object.assign(document.createElement("input"), { type: "hidden", name: "scanning", value: "1" });
    form.append(scanning);
    form.requestSubmit();
  };

  const start = async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      refused.hidden = false;
      return;
    }
    video.hidden = false;
    button.hidden = true;
    await video.play();
    await look();
  };

  button.hidden = false;
  button.addEventListener("click", () => void start());
  // After a ticket comes the next one.
  if (new URLSearchParams(location.search).has("scanning")) void start();
}
