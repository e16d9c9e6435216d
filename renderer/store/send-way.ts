import { rememberedText, rememberText } from '../ui/remembered.ts';
import type { TicketAction } from './ticket-action.ts';

/** What is to happen to the ticket once its reply is on its way. */
export const sendWays = ['send', 'send_resolve', 'send_wait', 'send_next'] as const;
export type SendWay = (typeof sendWays)[number];

/** The way that was taken last on this computer: most people have one of their own. */
export function rememberedSendWay(): SendWay {
  const text = rememberedText('send-way');
  return sendWays.find((way) => way === text) ?? 'send';
}

export function rememberSendWay(way: SendWay): void {
  rememberText('send-way', way);
}

/** The change that follows the reply, null when there is none. */
export function actionAfter(way: SendWay): TicketAction | null {
  switch (way) {
    case 'send_resolve':
      return { kind: 'status', to: 'resolved' };
    case 'send_wait':
      return { kind: 'status', to: 'waiting_user' };
    case 'send':
    case 'send_next':
      return null;
  }
}
