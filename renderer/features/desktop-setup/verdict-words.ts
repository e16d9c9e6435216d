import type { NodeVerdict } from '#shared/protocol/desktop-state.ts';
import { words } from '../../ui/i18n/i18n.ts';

export interface VerdictWords {
  tone: 'good' | 'warning' | 'problem';
  text: string;
}

/** What was found at an address, and what to do about it. */
export function verdictWords(verdict: NodeVerdict): VerdictWords {
  switch (verdict.verdict) {
    case 'good': {
      const { url, version } = verdict;
      const text = words('desktop-setup:found', { url, version });
      if (verdict.is_private) return { tone: 'good', text };
      return { tone: 'warning', text: `${text} ${words('desktop-setup:found_open')}` };
    }
    case 'not_an_address':
      return { tone: 'problem', text: words('desktop-setup:not_an_address') };
    case 'unreachable':
      return { tone: 'problem', text: words(`desktop-setup:unreachable.${verdict.reason}`) };
    case 'bad_certificate':
      return { tone: 'problem', text: words(`desktop-setup:bad_certificate.${verdict.reason}`) };
    case 'wrong_protocol':
      return { tone: 'problem', text: words('desktop-setup:wrong_protocol', { url: verdict.url }) };
    case 'not_waypost':
      return { tone: 'problem', text: words('desktop-setup:not_waypost') };
    case 'node_too_old':
      return { tone: 'problem', text: words('desktop-setup:node_too_old', { version: verdict.version }) };
    case 'console_too_old':
      return { tone: 'problem', text: words('desktop-setup:console_too_old', { version: verdict.version }) };
  }
}
