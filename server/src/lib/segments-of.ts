/** Characters. V8 takes the longer for each piece the longer the text is: all at once would be the square of it. */
const WINDOW = 1_000;

/** What Intl.Segmenter finds in a text, window by window; only a piece that fills a window alone is cut at its end. */
export function* segmentsOf(
  segmenter: Intl.Segmenter,
  text: string,
): Generator<Pick<Intl.SegmentData, "segment" | "index" | "isWordLike">> {
  for (let from = 0; from < text.length; ) {
    const found = [...segmenter.segment(text.slice(from, from + WINDOW))];
    // The last one may go on in the next window.
    const isEnd = from + WINDOW >= text.length || found.length === 1;
    const whole = isEnd ? found : found.slice(0, -1);
    for (const { segment, index, isWordLike } of whole)
      yield { segment, index: from + index, isWordLike: isWordLike ?? false };
    from += whole.reduce((length, { segment }) => length + segment.length, 0);
  }
}
