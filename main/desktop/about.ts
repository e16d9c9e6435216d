import { app, session } from 'electron';
import type { About } from '#shared/protocol/desktop-state.ts';
import { protocolVersion } from '#shared/protocol/sync.ts';

/** What this app is made of. */
export function readAbout(): About {
  const { chrome, electron, node } = process.versions;
  return {
    app: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    system: `${process.platform} ${process.arch}`,
    protocol: protocolVersion,
    spell_check_languages: [...session.defaultSession.availableSpellCheckerLanguages],
  };
}
