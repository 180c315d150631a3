import type Hls from "hls.js";

interface Attached {
  detach(): void;
}

const type = "application/vnd.apple.mpegurl";
const RETRY_MS = 4000;

/**
 * Lets a video play a stream: by the browser's own player on phones that have no other, by hls.js everywhere else, which is
 * loaded when the first stream is there. Faults are tried again for as long as the stream is wanted.
 */
export async function attachStream(
  video: HTMLVideoElement,
  address: string,
  onFault: (isFaulty: boolean) => void,
): Promise<Attached> {
  if (!("MediaSource" in window || "ManagedMediaSource" in window) && video.canPlayType(type) !== "") {
    video.src = address;
    return { detach: () => video.removeAttribute("src") };
  }
  const { default: HlsClass } = await import("hls.js");
  // The policy of our pages allows no worker made of text; repackaging our own segments is little work.
  const hls = new HlsClass({ enableWorker: false, maxBufferLength: 20 });
  const retrying = watchFaults(HlsClass, hls, { address, onFault });
  hls.loadSource(address);
  hls.attachMedia(video);
  return {
    detach() {
      clearTimeout(retrying.timer);
      hls.destroy();
    },
  };
}

interface Watched {
  readonly address: string;
  onFault(isFaulty: boolean): void;
}

function watchFaults(HlsClass: typeof Hls, hls: Hls, { address, onFault }: Watched) {
  const retrying: { timer: ReturnType<typeof setTimeout> | undefined } = { timer: undefined };
  hls.on(HlsClass.Events.FRAG_BUFFERED, () => onFault(false));
  hls.on(HlsClass.Events.ERROR, (_event, { fatal, type: kind }) => {
    if (!fatal) return;
    if (kind === HlsClass.ErrorTypes.MEDIA_ERROR) return hls.recoverMediaError();
    onFault(true);
    clearTimeout(retrying.timer);
    retrying.timer = setTimeout(() => hls.loadSource(address), RETRY_MS);
  });
  return retrying;
}
