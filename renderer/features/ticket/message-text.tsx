import { lazy, Suspense } from 'react';
import { LinkedText } from '../../ui/text/linked-text.tsx';
import { looksLikeHtml } from '../../ui/text/looks-like-html.ts';

const HtmlText = lazy(async () => ({ default: (await import('./html-text.tsx')).HtmlText }));

/** What a message says: plain text with its links, or letters in HTML without what could do harm. */
export function MessageText({ text }: { text: string }) {
  if (!looksLikeHtml(text)) return <LinkedText text={text} />;
  return (
    <Suspense fallback={null}>
      <HtmlText html={text} />
    </Suspense>
  );
}
