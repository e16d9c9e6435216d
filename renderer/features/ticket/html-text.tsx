import { Button } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { wordsOf } from '../../ui/i18n/i18n.ts';
import { cleanHtml } from '../../ui/text/clean-html.ts';
import classes from './message.module.css';

/** A message that was written as HTML, made harmless; its images from elsewhere wait to be asked for. */
export function HtmlText({ html }: { html: string }) {
  const t = wordsOf('ticket');
  const [isRemoteWanted, setRemoteWanted] = useState(false);
  const { fragment, remoteHosts } = useMemo(() => cleanHtml(html, isRemoteWanted), [html, isRemoteWanted]);
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => holder.current?.replaceChildren(fragment.cloneNode(true)), [fragment]);
  return (
    <>
      {remoteHosts.length === 0 ? null : (
        <div className={classes['remote']}>
          <span>{t('remote.hidden', { hosts: remoteHosts.join(', ') })}</span>
          <Button size="compact-xs" variant="default" onClick={() => setRemoteWanted(true)}>
            {t('remote.show')}
          </Button>
        </div>
      )}
      <div ref={holder} className={classes['html']} />
    </>
  );
}
