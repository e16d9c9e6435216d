import { useEffect, useState, type RefObject } from 'react';
import type { FileProblemHere } from '../../store/attachment-state.ts';
import { useConsole, useConsoleStore } from '../../store/store-context.tsx';
import { kindOfFile, type DescribedFile } from './file-kind.ts';

export type FilePicture =
  | { state: 'none' }
  | { state: 'loading' }
  | { state: 'shown'; url: string }
  | { state: 'missing'; problem: FileProblemHere };

/** Becomes true once the element comes near what is in sight. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null || isNear) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '300px' },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}

/** A picture of the file where it is one: fetched when it comes into sight, and again with the network. */
export function useFilePicture(
  file: DescribedFile & { uid: string },
  element: RefObject<HTMLElement | null>,
): FilePicture {
  const store = useConsoleStore();
  const isImage = kindOfFile(file) === 'image';
  const isNear = useIsNear(element);
  const isLive = useConsole(({ status }) => status?.connection.state === 'live');
  const [picture, setPicture] = useState<FilePicture>({ state: isImage ? 'loading' : 'none' });
  const { uid, content_type } = file;
  const isWanted = isImage && isNear && picture.state !== 'shown';

  useEffect(() => {
    if (!isWanted) return;
    let isCurrent = true;
    void store
      .getState()
      .readFile(uid)
      .then((read) => {
        if (!isCurrent) return;
        if ('problem' in read) setPicture({ state: 'missing', problem: read.problem });
        else {
          const url = URL.createObjectURL(new Blob([read.bytes], { type: content_type }));
          setPicture({ state: 'shown', url });
        }
      });
    return () => {
      isCurrent = false;
    };
    // Asked again when the node can be reached.
  }, [isWanted, isLive, uid, content_type, store]);

  const url = picture.state === 'shown' ? picture.url : null;
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return picture;
}
