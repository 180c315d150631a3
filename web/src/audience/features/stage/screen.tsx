import { usePart } from "../../../lib/room/use-room.tsx";
import { useSay } from "../../../lib/texts/texts.ts";
import { Slide } from "./slide.tsx";
import { stagePart } from "./stage-part.ts";
import { useSlideNow } from "./use-slide-now.ts";
import { VideoPlayer } from "./video-player.tsx";

/** Picture and slides, as the presenters arrange them; what there is nothing of takes no place. */
export function Screen() {
  const say = useSay();
  const { stage, playback, stoppedAt } = usePart(stagePart);
  const slide = useSlideNow();
  const hasVideo = playback.videos.length > 0;
  if (!hasVideo && !slide) return <div className="curtain">{say("stage.nothing")}</div>;
  const layout = hasVideo && slide ? stage.layout : hasVideo ? "video" : "slides";
  const identity = playback.videos.map(({ mediaId }) => mediaId).join();
  return (
    <div className={`screen-of ${layout}`}>
      {slide && layout !== "video" && <Slide slide={slide} />}
      {hasVideo && (
        <div className="screen-video" hidden={layout === "slides"}>
          <VideoPlayer key={identity} {...{ playback, stoppedAt }} />
        </div>
      )}
    </div>
  );
}
