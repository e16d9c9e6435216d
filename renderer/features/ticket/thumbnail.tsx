import { useRef, type ReactNode } from 'react';
import type { DraftFile } from '#shared/protocol/ticket-detail.ts';
import classes from './attached-file.module.css';
import { useFilePicture } from './use-file-picture.ts';

/** A small picture of a file that is one; what stands for it otherwise. */
export function Thumbnail({ file, fallback }: { file: DraftFile; fallback: ReactNode }) {
  const element = useRef<HTMLSpanElement>(null);
  const picture = useFilePicture(file, element);
  return (
    <span ref={element} className={classes['thumbnail']}>
      {picture.state === 'shown' ? <img src={picture.url} alt="" width={24} height={24} /> : fallback}
    </span>
  );
}
