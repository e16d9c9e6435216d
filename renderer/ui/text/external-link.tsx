import type { ReactNode } from 'react';

/** A link out of the app: a new tab in a browser, the system's browser on the desktop (app/use-external-links.ts). */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
