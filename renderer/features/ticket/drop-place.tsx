import type { ReactNode } from 'react';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import classes from './drop-place.module.css';
import { useFileDrop } from './use-file-drop.ts';

/** The conversation with its composer: files that are dropped or pasted here go with what is being written. */
export function DropPlace({ className, children }: { className: string | undefined; children: ReactNode }) {
  const t = wordsOf('files');
  const { isOver, target } = useFileDrop();
  return (
    <div className={className} {...target}>
      {children}
      {isOver ? <div className={classes['over']}>{t('drop')}</div> : null}
    </div>
  );
}
