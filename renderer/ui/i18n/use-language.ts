import { useSyncExternalStore } from 'react';
import { i18n } from './i18n.ts';

function follow(onChange: () => void): () => void {
  i18n.on('languageChanged', onChange);
  return () => i18n.off('languageChanged', onChange);
}

/** The language of this window, and which way it is written. */
export function useLanguage(): { language: string; direction: 'ltr' | 'rtl' } {
  const language = useSyncExternalStore(follow, () => i18n.language);
  return { language, direction: i18n.dir(language) };
}
