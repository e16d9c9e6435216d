import {
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type ReactElement,
  type RefObject,
} from 'react';

/** What opens a layer: a button. */
export type Control = ReactElement<ComponentProps<'button'>>;

interface Unfolding {
  /** Whether the layer is to be drawn around its control; until then the control stands there alone. */
  isThere: boolean;
  isOpen: boolean;
  control: RefObject<HTMLButtonElement | null>;
}

/**
 * A layer that comes with its first opening: a dozen closed ones cost half of the time in which a ticket is drawn. It is
 * there closed before it opens, both before the next frame, so that it knows where the focus goes back to.
 */
export function useUnfolding(isWanted: boolean): Unfolding {
  const [isThere, setThere] = useState(isWanted);
  const [isReady, setReady] = useState(false);
  const control = useRef<HTMLButtonElement>(null);
  if (isWanted && !isThere) setThere(true);
  useLayoutEffect(() => {
    if (!isThere) return;
    // The control that was pressed has made way for another one, which took nothing of its focus.
    if (document.activeElement === document.body) control.current?.focus({ preventScroll: true });
    setReady(true);
  }, [isThere]);
  return { isThere, isOpen: isWanted && isReady, control };
}
