import { publicAddress } from "../../../lib/public-address.ts";
import { useSay } from "../../../lib/texts/texts.ts";

interface SlideProps {
  readonly slide: { readonly page: number; readonly imagePath: string };
}

export function Slide({ slide }: SlideProps) {
  const say = useSay();
  return <img className="slide" src={publicAddress(slide.imagePath)} alt={say("stage.slide", { page: slide.page })} />;
}
