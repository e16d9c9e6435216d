import { useEffect } from 'react';
import type { ConsoleBridge } from '#shared/protocol/ipc.ts';

/** On the desktop, links that leave the app open in the system's browser: the window itself goes nowhere. */
export function useExternalLinks(desktop: ConsoleBridge['desktop']): void {
  useEffect(() => {
    if (desktop === undefined) return;
    function onClick(event: MouseEvent): void {
      const { target } = event;
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[target="_blank"]') : null;
      if (link === null) return;
      event.preventDefault();
      void desktop?.call('desktop.openExternal', { url: link.href });
    }
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [desktop]);
}
