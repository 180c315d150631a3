// @ts-check
// Plays HLS where the browser needs help with it, and one video after the other.

/** @type {NodeListOf<HTMLVideoElement>} */
const videos = document.querySelectorAll("video[data-hls]");

/** @param {HTMLVideoElement} video */
async function attach(video) {
  const { hls = "" } = video.dataset;
  const address = video.src;
  // Safari on phones has no media sources: its own player reads the address as it is.
  if (!("MediaSource" in window || "ManagedMediaSource" in window)) return;
  const { default: Hls } = await import(hls);
  if (!Hls.isSupported()) return;
  const isPlayed = !video.paused;
  video.removeAttribute("src");
  // The policy of our pages allows no worker made of text; repackaging our own segments is little work.
  const player = new Hls({ enableWorker: false, maxBufferLength: 20 });
  player.on(Hls.Events.ERROR, (/** @type {string} */ _event, /** @type {{ fatal: boolean, type: string }} */ error) => {
    if (!error.fatal) return;
    if (error.type === Hls.ErrorTypes.MEDIA_ERROR) player.recoverMediaError();
    else showFault(video);
  });
  player.loadSource(address);
  player.attachMedia(video);
  // Somebody was quicker than this script.
  if (isPlayed) player.once(Hls.Events.MANIFEST_PARSED, () => void video.play());
}

/** @param {HTMLVideoElement} video */
function showFault(video) {
  const text = document.createElement("p");
  text.className = "notice bad";
  text.role = "alert";
  text.textContent = "This video cannot be loaded. Please check the connection and reload the page.";
  video.after(text);
}

videos.forEach((video, index) => {
  void attach(video);
  video.addEventListener("ended", () => {
    const next = videos[index + 1];
    if (!next) return;
    next.scrollIntoView({ block: "center" });
    void next.play();
  });
});
