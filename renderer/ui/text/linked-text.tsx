import { useMemo } from 'react';
import { ExternalLink } from './external-link.tsx';
import { linkParts } from './link-parts.ts';

/** A plain text whose addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  const parts = useMemo(() => linkParts(text), [text]);
  return parts.map(({ text: shown, href }, index) =>
    href === null ? (
      <span key={index}>{shown}</span>
    ) : (
      <ExternalLink key={index} href={href}>
        {shown}
      </ExternalLink>
    ),
  );
}
