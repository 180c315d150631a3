import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

interface Newest {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly isAtNewest: boolean;
  goToNewest(): void;
}

/** Pixels from the end that still count as its end. */
const NEAR = 40;

/** A list that follows its newest entry, unless somebody has scrolled back to read. */
export function useNewest(newest: number | undefined): Newest {
  const list = useRef<HTMLDivElement>(null);
  const [isAtNewest, setAtNewest] = useState(true);
  const isFollowing = useRef(true);
  const goToNewest = () => {
    const element = list.current;
    if (element) element.scrollTop = element.scrollHeight;
  };
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const look = () => {
      isFollowing.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
      setAtNewest(isFollowing.current);
    };
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another newest entry is what it follows
  useLayoutEffect(() => {
    if (isFollowing.current) goToNewest();
  }, [newest]);
  return { list, isAtNewest, goToNewest };
}
