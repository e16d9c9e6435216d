import type { ConsoleEventData } from '#shared/protocol/ipc.ts';
import type { Words } from '../words/shape.ts';

export type Alert = ConsoleEventData<'alert'>;

const maxTextLength = 200;

/** The two lines of a notification; without the text where it may not be read off the screen. */
export function describeAlert(
  alert: Alert,
  { alert: words }: Words,
  options: { readonly showsText: boolean },
): { title: string; body: string } {
  const ticket = alert.ticket_id === null ? '' : `#${alert.ticket_id}`;
  const headline = words[alert.kind];
  if (!options.showsText)
    return { title: [headline, ticket].filter((part) => part !== '').join(': '), body: words.hidden };
  const text = alert.text.replace(/\s+/g, ' ').trim();
  const shortText = text.length > maxTextLength ? `${text.slice(0, maxTextLength - 1)}…` : text;
  return { title: `${headline}: ${ticket === '' ? '' : `${ticket} `}${alert.subject}`, body: shortText };
}
